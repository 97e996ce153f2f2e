package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.GateFile;
import fanout.gate.Judge;
import fanout.gate.Pair;
import fanout.gate.arm.TinyJars;
import fanout.gate.run.SleepBenchmark;
import fanout.measure.TinyBenchmark;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
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
    assertThat(resumed.lines).anyMatch(line -> line.startsWith("Going on after round "));
    assertThat(whole.complete()).isTrue();
    assertThat(whole.countedPairs(0)).extracting(Pair::round).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(whole.ruler().stream().filter(ruler -> ruler.voidReason() == null)).hasSize(6);
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
        .anyMatch(line -> line.endsWith("failed in the candidate: users: answered 500"))
        .noneMatch(line -> line.startsWith("\tat "));
    assertThat(GateFile.read(folder.resolve("gate.json")).failures()).hasSize(1);
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
        "--judge=x|--judge measures nothing",
      },
      quoteCharacter = '`')
  void wrongUsageIsOneSentence(String option, String sentence) throws IOException {
    var captured = new java.io.ByteArrayOutputStream();
    var err = System.err;
    int status;
    try {
      System.setErr(new PrintStream(captured, true, java.nio.charset.StandardCharsets.UTF_8));
      status =
          CommandRunner.run(
              new GateCommand(),
              "--base",
              sleeps.toString(),
              "--candidate",
              sleeps.toString(),
              "--out",
              folder.toString(),
              "-wi",
              "0",
              "-i",
              "1",
              "-r",
              "50ms",
              option);
    } finally {
      System.setErr(err);
    }

    assertThat(status).isEqualTo(64);
    assertThat(captured.toString(java.nio.charset.StandardCharsets.UTF_8).strip())
        .contains(sentence)
        .doesNotContain("\n");
    assertThat(folder).isEmptyDirectory();
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

  /// Forks of little more than a second.
  private Process gate(String... options) throws IOException {
    return start(
        Stream.concat(
            Stream.of("--max-pairs", "6", "-wi", "0", "-i", "2", "-r", "50ms"),
            Stream.of(options)));
  }

  private Process start(Stream<String> options) throws IOException {
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
                    folder.toString()),
                options)
            .flatMap(s -> s)
            .toList();
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    started.add(process);
    return process;
  }
}
