package fanout.gate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fanout.cli.CommandRunner;
import fanout.gate.arm.FakeJava;
import fanout.gate.arm.TinyJars;
import fanout.gate.judge.Gates;
import fanout.gate.judge.Judge;
import fanout.gate.result.GateFile;
import fanout.gate.result.Pair;
import fanout.gate.result.ReferenceLoopPair;
import fanout.gate.result.RowFailure;
import fanout.gate.run.SleepBenchmark;
import fanout.measure.TinyBenchmark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs the real command in a JVM of its own, on real JMH jars with a benchmark that sleeps.
@Timeout(180)
class GateCommandTest {
  /// For the gate and for all that it starts, a hundred JVMs that live for a second at most. Each
  /// says on its standard error that it has them.
  private static final String QUICK_JVM =
      "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData";

  @TempDir static Path jars;
  private static Path sleeps;
  private static Path tiny;

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @BeforeAll
  static void makeJars() throws IOException {
    sleeps = TinyJars.of(jars.resolve("a sleeping one.jar"), SleepBenchmark.class);
    tiny = TinyJars.of(jars.resolve("tiny.jar"), TinyBenchmark.class);
  }

  @AfterEach
  void endWhatWasStarted() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void aJarComparedWithItselfPassesAlsoWhereTheRunWasStoppedMeanwhile() throws Exception {
    var process = gate(itself());
    var descendants = new ArrayList<ProcessHandle>();
    try (var output = process.inputReader()) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith("round 3 of at most 6: ") && process.isAlive()) {
          process.descendants().forEach(descendants::add);
          process.toHandle().destroy(); // which leaves its output open
        }
      }
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    for (var descendant : descendants) {
      descendant.onExit().get(30, TimeUnit.SECONDS);
    }
    var partial = GateFile.read(folder.resolve("gate.json"));
    assertThat(partial.complete()).isFalse();
    assertThat(partial.countedPairs(0)).extracting(Pair::round).startsWith(1, 2).hasSizeLessThan(6);

    var resumed =
        finished(Stream.concat(Stream.of("--resume"), Stream.of(itself())).toArray(String[]::new));

    var whole = GateFile.read(folder.resolve("gate.json"));
    assertThat(resumed.lines).anyMatch(line -> line.startsWith("Resuming after round "));
    assertThat(whole.complete()).isTrue();
    assertThat(whole.countedPairs(0)).extracting(Pair::round).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(whole.referenceLoop()).filteredOn(ReferenceLoopPair::counts).hasSize(6);
    assertThat(whole.pairs().getFirst().baseline().secondary())
        .containsKeys("cost.cpu", "cost.alloc");
    if (Judge.of(whole).controls().stream().noneMatch(control -> control.moved())) {
      assertThat(resumed.exitCode).as("%s", resumed.lines).isIn(0, 2);
    } else {
      assertThat(resumed.exitCode).isEqualTo(3); // as it does in one honest run of a hundred
    }
  }

  @Test
  void aSlowdownOfAFifthIsNamed() throws Exception {
    var found =
        finished(
            "--base",
            TinyJars.classPath(sleeps),
            "--candidate-jvm-args",
            "-Dfanout.test.slower=20 '-Dfanout.test.blank=a b'",
            "--margin",
            "5%");

    var run = GateFile.read(folder.resolve("gate.json"));
    assertThat(run.candidate().jvmArgs())
        .containsExactly("-Dfanout.test.slower=20", "-Dfanout.test.blank=a b");
    if (Judge.of(run).controls().stream().noneMatch(control -> control.moved())) {
      assertThat(found.exitCode).as("%s", found.lines).isEqualTo(1);
    }
    assertThat(found.lines)
        .anyMatch(line -> line.matches("(?i).*regressed.*SleepBenchmark\\.sleep.*"));

    var again = finishedBare("--judge", folder.resolve("gate.json").toString());
    assertThat(again.exitCode).isEqualTo(found.exitCode);
  }

  @Test
  void aBenchmarkThatCrashesIsToldInItsOwnWords() throws Exception {
    var found =
        finished("--base", sleeps.toString(), "--candidate-jvm-args", "-Dfanout.test.crash=true");

    assertThat(found.exitCode).isEqualTo(4);
    assertThat(found.lines)
        .anyMatch(line -> line.endsWith("failed in the candidate: users: responded with 500"))
        .noneMatch(line -> line.startsWith("\tat "));
    assertThat(GateFile.read(folder.resolve("gate.json")).failures()).hasSize(1);
  }

  @Test
  void aDryRunTellsOfABenchmarkThatCrashes() throws Exception {
    var found =
        finished(
            "--dry-run",
            "--base",
            sleeps.toString(),
            "--candidate-jvm-args=-Dfanout.test.slower=20",
            "--base-jvm-args=-Dfanout.test.crash=true");

    assertThat(found.exitCode).isEqualTo(4);
    assertThat(found.lines)
        .noneMatch(line -> line.startsWith("Plan: "))
        .last()
        .asString()
        .isEqualTo(
            "gate: fanout.gate.run.SleepBenchmark.sleep{name=SLEEPS} failed in the baseline: users: responded with 500");
  }

  @Test
  void aDryRunPlansTheRowsThatWork() throws Exception {
    var found =
        finished(
            "--dry-run",
            "--base",
            tiny.toString(),
            "--candidate",
            tiny.toString(),
            "-p",
            "behaviour=WORKS,THROWS_WHILE_TIMED");

    assertThat(found.exitCode).isEqualTo(4);
    assertThat(found.lines)
        .anyMatch(line -> line.startsWith("Plan: 1 row, "))
        .last()
        .asString()
        .contains("{behaviour=THROWS_WHILE_TIMED} failed in the baseline: users: responded with 500");
  }

  @Test
  void aForkThatLeavesNoResultIsAFailedBenchmark() throws Exception {
    var java = FakeJava.withoutResult(folder);
    var ended =
        inProcess(
            quick(
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

  /// The status 1 would say that something regressed.
  @Test
  void resultsThatCannotBeWrittenAreNoRegression() throws Exception {
    var file = Files.writeString(folder.resolve("a file"), "");

    var found = finishedOf(startInto(file, Stream.of(quick(itself()))));

    assertThat(found.exitCode).as("%s", found.lines).isEqualTo(3);
    assertThat(found.lines)
        .noneMatch(line -> line.startsWith("\tat "))
        .last()
        .asString()
        .startsWith("gate: ")
        .contains(file.toString());
  }

  @Test
  void aRunThatIsNotThereIsNotGoneOnWith() {
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
  void disjointListsAreNotJudged() throws Exception {
    var found = finishedBare("--base", sleeps.toString(), "--candidate", tiny.toString());

    assertThat(found.exitCode).isEqualTo(3);
    assertThat(found.lines)
        .last()
        .asString()
        .startsWith(
            "gate: The arms have no benchmark in common: the baseline has fanout.gate.run.SleepBenchmark.sleep{name=SLEEPS}, the candidate has fanout.measure.TinyBenchmark.operation{behaviour=WORKS}");
    assertThat(folder.resolve("gate.json")).doesNotExist();
  }

  @Test
  void aJarWithoutJmhIsNoArm() throws Exception {
    var none = TinyJars.empty(jars.resolve("none.jar"));
    var found = finishedBare("--base", sleeps.toString(), "--candidate", none.toString());

    assertThat(found.exitCode).isEqualTo(64);
    assertThat(found.lines)
        .last()
        .asString()
        .startsWith("gate: '" + none + "' is no JMH jar: it has no JMH in it");
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
        "--budget=2s|Six pairs of 1 row take 9 s, pilots included, and the budget is 2 s",
        "-w=soon|-w must be a time of 1 ms or more, such as 200ms or 1s, got: soon",
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

  /// Of two operations per iteration, CPU time and bytes are mostly JMH's own and vary by half.
  private static String[] itself() {
    return new String[] {
      "--base",
      sleeps.toString(),
      "--candidate",
      sleeps.toString(),
      "--margin",
      "50%",
      "--counter",
      "cost.alloc=90%"
    };
  }

  private record Finished(int exitCode, List<String> lines) {}

  private Finished finished(String... options) throws Exception {
    return finishedOf(gate(options));
  }

  private Finished finishedBare(String... options) throws Exception {
    return finishedOf(start(Stream.of(options)));
  }

  private static Finished finishedOf(Process process) throws Exception {
    try (var output = process.inputReader()) {
      var lines = output.lines().toList();
      return new Finished(process.waitFor(), lines);
    }
  }

  /// Forks that take hardly longer than their JVMs take to start.
  private static String[] quick(String... options) {
    return Stream.concat(
            Stream.of("--max-pairs", "6", "-wi", "0", "-i", "2", "-r", "20ms"), Stream.of(options))
        .toArray(String[]::new);
  }

  private Process gate(String... options) throws IOException {
    return start(Stream.of(quick(options)));
  }

  private Process start(Stream<String> options) throws IOException {
    return startInto(folder, options);
  }

  private Process startInto(Path out, Stream<String> options) throws IOException {
    var command =
        Stream.of(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Duser.language=de",
                    "-Djmh.ignoreLock=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    GateCommand.class.getName(),
                    "--out",
                    out.toString()),
                options)
            .flatMap(s -> s)
            .toList();
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_TOOL_OPTIONS", QUICK_JVM);
    var process = builder.start();
    started.add(process);
    return process;
  }
}
