package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.result.ResultException;
import fanout.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
  private static final Path REFERENCE = Path.of("benchmarks-results/reference");
  private static final Path README = Path.of("README.md");
  private static final String HINT = "scripts/chart --readme README.md writes it";

  @Test
  void theReadmeShowsTheReferenceRun() throws IOException {
    assumeTrue(Files.exists(REFERENCE), "Skipped: there is no " + REFERENCE + " yet");

    assertThat(Files.readString(README)).as(HINT).isEqualTo(Readme.updated(README, REFERENCE));
  }

  @Test
  void thePicturesAreThoseOfTheReferenceRun() throws IOException {
    assumeTrue(Files.exists(REFERENCE), "Skipped: there is no " + REFERENCE + " yet");
    var theme = Report.theme();
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
    Files.writeString(readme, "before\n" + Readme.BEGIN + "\nstale\n" + Readme.END + "\nafter\n");

    Readme.update(readme, run);

    assertThat(readme)
        .content()
        .startsWith("before\n" + Readme.BEGIN + "\n\nVIRTUAL\\_THREADS and STRUCTURED fetch")
        .endsWith(Readme.END + "\nafter\n")
        .doesNotContain("stale")
        .contains("src=\"results/reference/charts/throughput-light.svg\"")
        .contains("srcset=\"results/reference/charts/throughput-dark.svg\"")
        .contains("\n| `ASYNC` | 24.7 | 23.0 to 26.4 | 26.5 | 40.6 | 5.44 (5.34 to 5.54) |\n");
    assertThat(Readme.updated(readme, run)).isEqualTo(Files.readString(readme));
  }

  @Test
  void setsColdStartsBesidePython(@TempDir Path folder) throws IOException {
    var readme = folder.resolve("README.md");
    var run = Runs.copiedTo(Files.createDirectories(folder.resolve("results/reference")));
    Files.writeString(readme, Readme.BEGIN + Readme.END);

    Readme.update(readme, run);

    assertThat(readme)
        .content()
        .containsOnlyOnce("src=\"results/reference/charts/cold-start-light.svg\"")
        .containsSubsequence(
            "### Cold start, beside Python",
            "cold-start-light.svg",
            "| program, no pause | ms |",
            "\n| `VIRTUAL_THREADS` | 373 | 365 to 382 | `PYTHON_THREAD_POOL` | 2.18 (",
            "\n| `PYTHON_SEQUENTIAL` | 160 | 155 to 164 | – | – | – |\n",
            "| program, a second's pause after each fetch | ms |",
            "\n| `SEQUENTIAL` | 6,395 | 6,371 to 6,418 | `PYTHON_SEQUENTIAL` | 1.03 (",
            "<summary>More charts of this run</summary>");
  }

  @Test
  void refusesAReadmeWithoutMarkers(@TempDir Path folder) throws IOException {
    var readme = Files.writeString(folder.resolve("README.md"), Readme.END + Readme.BEGIN);

    assertThatThrownBy(() -> Readme.update(readme, Runs.FOLDER))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining(
            "has no place for results: expected <!-- results:begin --> and, after it,"
                + " <!-- results:end -->");
  }

  @Test
  void namesAreNoMarkup() {
    assertThat(Markdown.code("a`b|c")).isEqualTo("`a'b\\|c`");
    assertThat(Markdown.text("A_B <b>*|")).isEqualTo("A\\_B \\<b\\>\\*\\|");
  }
}
