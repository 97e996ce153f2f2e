package fanout.suite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.cli.CommandRunner;
import fanout.cli.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartCommandTest {
  private static final Path RUN = Path.of("src/test/resources/fanout/suite/report/run");
  private static final Path LATER = Path.of("src/test/resources/fanout/suite/report/later-run");

  @TempDir Path folder;

  private record Ended(int status, String out, String err) {}

  @Test
  void drawsARunAndSaysWhere() throws IOException {
    var ended = chart(copied().toString());

    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isEqualTo(ExitCode.OK.status());
    assertThat(ended.out().strip()).isEqualTo(folder.resolve("report.html").toString());
    assertThat(folder.resolve("report.html")).isNotEmptyFile();
  }

  @Test
  void drawsTwoRunsAndSaysWhere() {
    var output = folder.resolve("both");
    var ended = chart(RUN.toString(), LATER.toString(), "--output", output.toString());

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out().strip()).isEqualTo(output.resolve("report.html").toString());
    assertThat(output.resolve("charts/ratio-light.svg")).isNotEmptyFile();
  }

  @Test
  void aMissingFolderIsOneSentence() {
    requireInvalid(chart(folder.resolve("none").toString()), "none");
  }

  @Test
  void aMissingFileIsOneSentence() throws IOException {
    Files.delete(copied().resolve("percentiles.csv"));

    requireInvalid(chart(folder.toString()), "percentiles.csv");
    assertThat(folder.resolve("report.html")).doesNotExist();
  }

  @Test
  void aBrokenFileIsOneSentence() throws IOException {
    Files.writeString(copied().resolve("environment.json"), "{\"runId\": ");

    requireInvalid(chart(folder.toString()), "environment.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"fingerprint\": \\{[^}]*}", "\"runId\": [^,]*", "\"skipped\": \\[[^\\]]*\\]"})
  void aValueThatIsMissingIsOneSentence(String value) throws IOException {
    var environment = copied().resolve("environment.json");
    var text = Files.readString(environment);
    Files.writeString(environment, text.replaceFirst(value, value.replaceFirst(":.*", ": null")));

    requireInvalid(chart(folder.toString()), "environment.json is broken: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"percentiles.csv", "timeline.csv"})
  void aFileThatIsCutOffAfterALineIsOneSentence(String name) throws IOException {
    var file = copied().resolve(name);
    Files.writeString(file, Files.readString(file).lines().findFirst().orElseThrow() + "\n");

    requireInvalid(chart(folder.toString()), "is half there: " + name);
  }

  /// The first row that it is found in is changed.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(,throughput,)([0-9.]+)|$1-$2|score is negative: -",
        "(,time_mean,[0-9.]+,)([0-9.]+),([0-9.]+)|$1$3,$2|, outside of its interval from ",
        "(,ms/batch,)[0-9]+,|$10,|forks is 0",
        ",ms/batch,|,ms/furlong,|unit of time_mean is 'ms/furlong', expected one of ms/batch",
        ",ms/batch,|,threads,|unit of time_mean is 'threads', expected one of ms/batch",
        "(.*,time_mean,.*\\n)|$1$1|the same row as in line 2",
      })
  void aResultThatCannotBeIsOneSentence(String pattern, String replacement, String sentence)
      throws IOException {
    var results = copied().resolve("results.csv");
    var text = Files.readString(results);
    var changed = text.replaceFirst(pattern, replacement);
    assertThat(changed).isNotEqualTo(text);
    Files.writeString(results, changed);

    requireInvalid(chart(folder.toString()), sentence);
  }

  /// It takes no room on the disk.
  @Test
  void aHugeFileIsOneSentence() throws IOException {
    var samples = copied().resolve("samples.csv");
    try (var file = new RandomAccessFile(samples.toFile(), "rw")) {
      file.setLength(3_000_000_000L);
    }

    requireInvalid(chart(folder.toString()), "samples.csv has 3,000,000,000 bytes, and what a run");
  }

  @Test
  void aTornFileIsOneSentence() throws IOException {
    var results = copied().resolve("results.csv");
    var whole = Files.readString(results);
    Files.writeString(results, whole.substring(0, whole.length() / 2));

    requireInvalid(chart(folder.toString()), folder.toString());
  }

  @Test
  void aMissingReadmeIsOneSentence() throws IOException {
    requireInvalid(
        chart("--readme", folder.resolve("NONE.md").toString(), copied().toString()), "NONE.md");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsOneSentence() throws IOException {
    Files.writeString(folder.resolve("taken"), "a file");
    var ended =
        chart(
            RUN.toString(), LATER.toString(), "--output", folder.resolve("taken/below").toString());

    assertThat(ended.status()).isEqualTo(ExitCode.FAILED.status());
    assertThat(ended.err().strip()).startsWith("chart: ").contains("cannot be written");
  }

  @Test
  void wrongUsageIsToldApart() {
    assertThat(chart("a", "b", "c").status()).isEqualTo(ExitCode.USAGE.status());
    assertThat(chart("--output", "x", RUN.toString()).err())
        .contains("--output is for two runs, got 1");
    assertThat(chart("--readme", "x", "a", "b").status()).isEqualTo(ExitCode.USAGE.status());
    assertThat(chart("--no-such-option").status()).isEqualTo(ExitCode.USAGE.status());
  }

  private static void requireInvalid(Ended ended, String named) {
    assertThat(ended.status()).isEqualTo(ExitCode.INVALID.status());
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).startsWith("chart: ").contains(named).doesNotContain("Exception");
  }

  private Path copied() throws IOException {
    try (var files = Files.list(RUN)) {
      for (var file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    return folder;
  }

  private static Ended chart(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var before = new PrintStream[] {System.out, System.err};
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int status = CommandRunner.run(new ChartCommand(), args);
      return new Ended(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before[0]);
      System.setErr(before[1]);
    }
  }
}
