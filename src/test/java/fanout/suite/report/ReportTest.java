package fanout.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.chart.Downloads;
import fanout.chart.Page;
import fanout.suite.result.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @Test
  void writesOnePageAndTwoPicturesPerChart(@TempDir Path folder) throws IOException {
    var page = Report.write(Runs.copiedTo(folder));

    assertThat(page).isEqualTo(folder.resolve("report.html")).isNotEmptyFile();
    assertThat(Files.size(page)).isLessThan(Page.LARGEST);
    try (var pictures = Files.list(folder.resolve("charts"))) {
      assertThat(pictures.map(p -> p.getFileName().toString()))
          .contains("throughput-light.svg", "throughput-dark.svg", "timeline-light.svg")
          .hasSize(14)
          .allMatch(name -> name.endsWith(".svg"));
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".new"));
    }
  }

  @Test
  void removesItsOwnStalePicturesAndNobodyElses(@TempDir Path folder) throws IOException {
    var charts = Files.createDirectory(folder.resolve("charts"));
    Files.writeString(charts.resolve("scaling-light.svg"), "of a run that had more");
    Files.writeString(charts.resolve("logo-dark.svg"), "somebody's");

    Report.write(folder, Runs.oneRow());

    assertThat(charts.resolve("throughput-light.svg")).isNotEmptyFile();
    assertThat(charts.resolve("scaling-light.svg")).doesNotExist();
    assertThat(charts.resolve("logo-dark.svg")).hasContent("somebody's");
  }

  @Test
  void isTheSameInEveryLocale() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      var html = html(Runs.ordinary());
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(html(Runs.ordinary())).isEqualTo(html);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void lightPicturesAreWhiteAndDarkOnesAreNot(@TempDir Path folder) throws IOException {
    Report.write(folder, Runs.oneRow());

    assertThat(folder.resolve("charts/throughput-light.svg")).content().contains("#ffffff");
    assertThat(folder.resolve("charts/throughput-dark.svg"))
        .content()
        .contains("fill=\"#0d1117\"")
        .doesNotContain("#ffffff");
  }

  @Test
  void namesItsScriptsByHashAndNothingElse() {
    var html = html(Runs.hostile());

    assertThat(html)
        .contains("default-src 'none'")
        .doesNotContain("unsafe-inline")
        .doesNotContain("unsafe-eval")
        .doesNotContain("<script>alert");
    assertThat(Pattern.compile("'sha256-[A-Za-z0-9+/=]{44}'").matcher(html).results().count())
        .isEqualTo(3);
    assertThat(Pattern.compile("</script", Pattern.CASE_INSENSITIVE).matcher(html).results())
        .as("the three scripts end, and nothing in them does")
        .hasSize(3);
  }

  @Test
  void saysFirstThatARunIsNotForQuoting() {
    assertThat(html(Runs.ordinary())).doesNotContain("not for quoting");
    var run = Runs.ordinary();
    var e = run.environment();
    var marked =
        new fanout.suite.result.Environment(
            e.run(),
            e.rounds(),
            e.fingerprint(),
            e.commit(),
            e.machineState(),
            List.of("The stub was given by <hand>."),
            e.skipped(),
            e.order(),
            e.shard());

    var html =
        html(
            new RunRecord(
                marked, run.measurements(), run.samples(), run.percentiles(), run.timeline()));

    assertThat(html.indexOf("Numbers of this run are not for quoting."))
        .isPositive()
        .isLessThan(html.indexOf("<nav"));
    assertThat(html).contains("The stub was given by &lt;hand&gt;.");
  }

  @Test
  void leavesOutFilesThatHaveNoRoom() throws IOException {
    var names = List.of("timeline.csv", "samples.csv");

    var some = Downloads.of(Runs.FOLDER, names, 3_000);

    assertThat(some.files()).extracting(Downloads.File::name).containsExactly("timeline.csv");
    assertThat(some.leftOut()).containsExactly("samples.csv");
  }

  private static String html(RunRecord run) {
    return Report.html(run);
  }
}
