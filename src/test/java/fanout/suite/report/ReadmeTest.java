package fanout.suite.report;

import static fanout.suite.report.ReadmePlace.ANSWER;
import static fanout.suite.report.ReadmePlace.COLD_START;
import static fanout.suite.report.ReadmePlace.RESULTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.chart.ChartRenderer;
import fanout.chart.Markdown;
import fanout.chart.Pictures;
import fanout.chart.Theme;
import fanout.measure.ResultException;
import fanout.suite.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {
  private static final Path REFERENCE = Path.of("benchmarks-results/reference");
  private static final String HINT =
      "scripts/chart --readme README.md --readme docs/results.md --readme docs/cold-start.md"
          + " writes it";

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/results.md", "docs/cold-start.md"})
  void whatPeopleReadShowsTheReferenceRun(Path file) throws IOException {
    assumeTrue(Files.exists(REFERENCE), "Skipped: there is no " + REFERENCE + " yet");

    assertThat(Files.readString(file)).as(HINT).isEqualTo(Readme.updated(file, REFERENCE));
  }

  @Test
  void theSummaryIsThatOfTheReferenceRun() throws IOException {
    assumeTrue(Files.exists(REFERENCE), "Skipped: there is no " + REFERENCE + " yet");

    assertThat(REFERENCE.resolve(RunDirectory.SUMMARY))
        .as(HINT)
        .hasContent(Summary.markdown(RunDirectory.read(REFERENCE)));
  }

  @Test
  void thePicturesAreThoseOfTheReferenceRun() throws IOException {
    assumeTrue(Files.exists(REFERENCE), "Skipped: there is no " + REFERENCE + " yet");
    var theme = Theme.FANOUT;
    try (var renderer = new ChartRenderer()) {
      for (var chart : ChartSet.of(theme, RunDirectory.read(REFERENCE))) {
        var light = renderer.draw(chart);
        var folder = REFERENCE.resolve(Report.CHARTS);
        assertThat(folder.resolve(Pictures.light(chart.name()))).as(HINT).hasContent(light);
        assertThat(folder.resolve(Pictures.dark(chart.name())))
            .as(HINT)
            .hasContent(theme.darkened(light));
      }
    }
  }

  @Test
  void putsAnswerPicturesAndTableBetweenTheMarkers(@TempDir Path folder) throws IOException {
    var readme = folder.resolve("README.md");
    var run = Runs.copiedTo(Files.createDirectories(folder.resolve("results/reference")));
    Files.writeString(
        readme, "before\n" + place(RESULTS) + "between\n" + place(COLD_START) + "after\n");

    Readme.update(readme, run);

    assertThat(readme)
        .content()
        .startsWith("before\n" + RESULTS.begin() + "\n\nVIRTUAL\\_THREADS and STRUCTURED fetch")
        .contains(RESULTS.end() + "\nbetween\n" + COLD_START.begin() + "\n\nWhole programs from")
        .endsWith("\n\n" + COLD_START.end() + "\nafter\n")
        .doesNotContain("stale", "for p90: fewer")
        .contains("src=\"results/reference/charts/throughput-light.svg\"")
        .contains("srcset=\"results/reference/charts/throughput-dark.svg\"")
        .contains("| 95 % interval | p90, ms |")
        .contains("\n| `ASYNC` | 24.7 | 23.0 to 26.4 | 24.2 | 40.6 | 5.44 (5.34 to 5.54) |\n");
    assertThat(Readme.updated(readme, run)).isEqualTo(Files.readString(readme));
  }

  @Test
  void answersInALineForEachRegimeThatWasMeasured(@TempDir Path folder) throws IOException {
    var run = Runs.copiedTo(Files.createDirectory(folder.resolve("run")));
    var docs = Files.createDirectory(folder.resolve("docs"));
    var readme = Files.writeString(docs.resolve("README.md"), place(ANSWER));

    assertThat(Readme.updated(readme, run))
        .startsWith(ANSWER.begin() + "\n\nVIRTUAL\\_THREADS and STRUCTURED fetch the six endpoints")
        .contains("\n| | best (not told apart) | best mean, 95 % interval | worst beyond noise |\n")
        .contains(
            "\n| Six fetches that wait 20 ms each | `VIRTUAL_THREADS`, `STRUCTURED` | 23.8 ms (")
        .contains("| `SEQUENTIAL` 134 ms (")
        .contains("fetches in one batch that wait 100 ms each | ")
        .contains("\n| The whole program with six fetches, from exec to exit | ")
        .containsOnlyOnce("<picture>")
        .contains("src=\"../run/charts/scaling-light.svg\"");
  }

  @Test
  void hasNoLineForARegimeThatWasNotMeasured(@TempDir Path folder) throws IOException {
    var run = Runs.copiedTo(Files.createDirectory(folder.resolve("run")));
    for (var file : List.of(run.resolve("results.csv"), run.resolve("samples.csv"))) {
      Files.writeString(file, Files.readString(file).replaceAll("(?m)^(ColdStart|FanOut).*\n", ""));
    }
    var readme = Files.writeString(folder.resolve("README.md"), place(ANSWER));

    assertThat(Readme.updated(readme, run))
        .contains("| Six fetches that wait 20 ms each |")
        .doesNotContain("The whole program", "in one batch", "<picture>");
  }

  @Test
  void setsColdStartsBesidePython(@TempDir Path folder) throws IOException {
    var readme = folder.resolve("README.md");
    var run = Runs.copiedTo(Files.createDirectories(folder.resolve("results/reference")));
    Files.writeString(readme, place(RESULTS) + place(COLD_START));

    Readme.update(readme, run);

    assertThat(readme)
        .content()
        .containsOnlyOnce("src=\"results/reference/charts/cold-start-light.svg\"")
        .containsSubsequence(
            "timeline-light.svg",
            RESULTS.end(),
            COLD_START.begin(),
            "cold-start-light.svg",
            "| program, no pause | ms |",
            "\n| `VIRTUAL_THREADS` | 373 | 365 to 382 | `PYTHON_THREAD_POOL` | 2.18 (",
            "\n| `PYTHON_SEQUENTIAL` | 160 | 155 to 164 | – | – | – |\n",
            "| program, a second's pause after each fetch | ms |",
            "\n| `SEQUENTIAL` | 6,395 | 6,371 to 6,418 | `PYTHON_SEQUENTIAL` | 1.03 (",
            COLD_START.end());
  }

  @Test
  void leavesTheColdStartEmptyWhereTheRunHasNone(@TempDir Path folder) throws IOException {
    var readme = Files.writeString(folder.resolve("README.md"), place(RESULTS) + place(COLD_START));
    var run = Runs.copiedTo(Files.createDirectory(folder.resolve("run")));
    for (var file : List.of(run.resolve("results.csv"), run.resolve("samples.csv"))) {
      Files.writeString(file, Files.readString(file).replaceAll("(?m)^ColdStart.*\n", ""));
    }

    assertThat(Readme.updated(readme, run))
        .endsWith(COLD_START.begin() + "\n" + COLD_START.end() + "\n");
  }

  @Test
  void saysWhyAPercentileIsMissing(@TempDir Path folder) throws IOException {
    var readme = Files.writeString(folder.resolve("README.md"), place(RESULTS) + place(COLD_START));
    var run = Runs.copiedTo(Files.createDirectory(folder.resolve("run")));
    var file = run.resolve("percentiles.csv");
    Files.writeString(
        file, Files.readString(file).replace(",90.0,24.22544,202\n", ",90.0,24.22544,9\n"));

    assertThat(Readme.updated(readme, run))
        .contains("\n| `ASYNC` | 24.7 | 23.0 to 26.4 | – | 40.6 |")
        .contains("\n\nA – for p90: fewer than ten samples lie beyond.\n\nRun ");
  }

  @Test
  void isTheSameInEveryLocale(@TempDir Path folder) throws IOException {
    var readme = Files.writeString(folder.resolve("README.md"), place(RESULTS) + place(COLD_START));
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      var text = Readme.updated(readme, Runs.FOLDER);
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Readme.updated(readme, Runs.FOLDER)).isEqualTo(text);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void refusesAReadmeWithoutMarkers(@TempDir Path folder) throws IOException {
    var readme = Files.writeString(folder.resolve("README.md"), RESULTS.end() + RESULTS.begin());

    assertThatThrownBy(() -> Readme.update(readme, Runs.FOLDER))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining(
            "has no place for results: expected <!-- results:begin --> and, after it,"
                + " <!-- results:end -->");
    Files.writeString(readme, RESULTS.end());
    assertThatThrownBy(() -> Readme.update(readme, Runs.FOLDER))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining(
            "has no place for results: expected one of <!-- answer:begin -->,"
                + " <!-- results:begin -->, <!-- cold-start:begin -->");
  }

  @Test
  void namesAreNoMarkup() {
    assertThat(Markdown.code("a`b|c")).isEqualTo("`a'b\\|c`");
    assertThat(Markdown.text("A_B <b>*|")).isEqualTo("A\\_B \\<b\\>\\*\\|");
  }

  private static String place(ReadmePlace place) {
    return place.begin() + "\nstale\n" + place.end() + "\n";
  }
}
