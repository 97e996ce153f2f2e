package fanout.gate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fanout.cli.CommandRunner;
import fanout.gate.arm.FakeJava;
import fanout.gate.arm.TinyJars;
import fanout.gate.judge.Gates;
import fanout.gate.result.GateFile;
import fanout.gate.result.RowFailure;
import fanout.gate.run.SleepBenchmark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the command refuses, and what it does without measuring.
class GateUsageTest {
  @TempDir static Path jars;
  private static Path sleeps;

  @TempDir Path folder;

  @BeforeAll
  static void makeJar() throws IOException {
    sleeps = TinyJars.of(jars.resolve("sleeps.jar"), SleepBenchmark.class);
  }

  @Test
  void aForkThatLeavesNoResultIsAFailedBenchmark() throws Exception {
    var java = FakeJava.withoutResult(folder);
    var ended =
        inProcess(
            GateProcesses.quick(
                "--base",
                sleeps.toString(),
                "--base-java",
                java.toString(),
                "--candidate",
                sleeps.toString(),
                "--candidate-java",
                java.toString()));

    assertThat(ended.status).as(ended.complaint).isEqualTo(4);
    assertThat(GateFile.read(folder.resolve("gate.json")).failures())
        .singleElement()
        .extracting(RowFailure::sentence)
        .asString()
        .startsWith("JMH left no whole result: ")
        .endsWith(" cannot be read: it is missing");
  }

  @Test
  void aJdkThatIsTooOldForTheProbesIsNoArms() throws Exception {
    var java = FakeJava.ofVersion(folder, "1.8");

    var ended = inProcess("--base", sleeps.toString(), "--candidate-java", java.toString());

    assertThat(ended.status).isEqualTo(64);
    assertThat(ended.complaint)
        .endsWith(
            java
                + " is Java 1.8, and the gate measures with Java 11 or later: name another with"
                + " --base-java or --candidate-java");
    assertThat(folder.resolve("gate.json")).doesNotExist();
  }

  @Test
  void aRunThatIsNotThereIsNotResumed() {
    // The option is written as Maven's profile passes it.
    var ended = inProcess("--base", sleeps.toString(), "--resume=true");

    assertThat(ended.status).isEqualTo(3);
    assertThat(ended.complaint).endsWith("gate.json cannot be read: it is missing");
  }

  @Test
  void judgesAgainIntoAnotherFolderWithTheRawRun() throws Exception {
    var kept = folder.resolve("kept.json");
    GateFile.write(kept, Gates.one());

    int status =
        CommandRunner.run(
            new GateCommand(), "--judge", kept.toString(), "--out=" + folder.resolve("again"));

    assertThat(status).isEqualTo(4);
    assertThat(GateFile.read(folder.resolve("again/gate.json"))).isEqualTo(Gates.one());
    assertThat(folder.resolve("again/gate.md")).isNotEmptyFile();
    assertThat(folder.resolve("gate.md")).doesNotExist();
  }

  @Test
  void whatIsNoJmhJarIsWrongUsage() throws IOException {
    var bytes = Files.readAllBytes(sleeps);
    var half = Files.write(jars.resolve("half.jar"), Arrays.copyOf(bytes, bytes.length / 2));
    var text = Files.writeString(jars.resolve("notes.txt"), "no jar");
    var classes = Files.createDirectory(jars.resolve("classes"));

    assertIsNoArm(half, half + " is no jar: an arm is a JMH jar, a git ref or '.'");
    assertIsNoArm(text, text + " is no jar: an arm is a JMH jar, a git ref or '.'");
    assertIsNoArm(classes, "'" + classes + "' is n");
  }

  private void assertIsNoArm(Path file, String sentence) {
    var ended = inProcess("--base", sleeps.toString(), "--candidate", file.toString());

    assertThat(ended.status).as(ended.complaint).isEqualTo(64);
    assertThat(ended.complaint).startsWith("gate: " + sentence).doesNotContain("\n");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--margin=3|The margin must lie between 0 and 1 (3 % is 0.03), got: 3.0",
        "--margin=much|'much' is not a share; write 3% or 0.03",
        "--max-pairs=5|The most pairs of a row must be from 6 to 10000, got: 5",
        "--budget=2s|Six pairs of 1 row take 40 s, pilots and pairs that may be discarded included, and"
            + " the budget is 2 s: add --budget 1m",
        "--judge-quantities=wall,time|--judge-quantities takes wall, cpu, alloc and p99, with commas, got:"
            + " time",
        "--judge-quantities=|--judge-quantities takes wall, cpu, alloc and p99, with commas, got:",
        "-w=soon|-w must be a time of 1 ms or more, such as 200ms or 1s, got: soon",
        "-tg=3;0|-tg must be numbers of threads from 1, such as 3,1, got: 3;0",
        "-opi=0|-opi must be 1 or more, got: 0",
        "-bs=-1|-bs must be 1 or more, got: -1",
        "-gc=maybe|-gc",
        "-bm=all|-bm must be one of thrpt, avgt, sample, ss, got: all",
        "-p=name|-p takes name=value, got: name",
        "--include=(|'(' is no regular expression",
        "--counter=gc.time|--counter takes name=share",
        "--margins=/no/such|Cannot read the file of margins '/no/such'",
        "--candidate-java=/no/such|There is no java at /no/such",
        "--base-jvm-args='-Xmx|The quote ' is not closed",
        "--jar=target/[x|--jar is no glob: target/[x",
        "--judge=x|--judge measures nothing and takes no option but --out, got also: --base, --candidate, -wi",
      },
      quoteCharacter = '`')
  void wrongUsageIsOneSentence(String option, String sentence) {
    var ended =
        inProcess(
            "--base",
            sleeps.toString(),
            "--candidate",
            sleeps.toString(),
            "-wi",
            "0",
            "-i",
            "1",
            "-r",
            "50ms",
            option);

    assertThat(ended.status).isEqualTo(64);
    assertThat(ended.complaint).contains(sentence).doesNotContain("\n");
    assertThat(folder).isEmptyDirectory();
  }

  private record Ended(int status, String complaint) {}

  /// Where no fork of a benchmark is to run.
  private Ended inProcess(String... options) {
    var captured = new ByteArrayOutputStream();
    var err = System.err;
    try {
      System.setErr(new PrintStream(captured, true, UTF_8));
      var all = Stream.concat(Stream.of(options), Stream.of("--out", folder.toString()));
      int status = CommandRunner.run(new GateCommand(), all.toArray(String[]::new));
      return new Ended(status, captured.toString(UTF_8).strip());
    } finally {
      System.setErr(err);
    }
  }
}
