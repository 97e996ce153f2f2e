package fanout.gate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.arm.TinyJars;
import fanout.gate.judge.Judge;
import fanout.gate.result.GateFile;
import fanout.gate.result.Pair;
import fanout.gate.result.ReferenceLoopPair;
import fanout.gate.run.FlagsBenchmark;
import fanout.gate.run.SleepBenchmark;
import fanout.measure.TinyBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Runs the real command in a JVM of its own, on real JMH jars with a benchmark that sleeps.
@Timeout(180)
class GateCommandTest {
  @TempDir static Path jars;
  private static Path sleeps;
  private static Path tiny;

  @TempDir Path folder;
  private GateProcesses gates;

  @BeforeAll
  static void makeJars() throws IOException {
    sleeps = TinyJars.of(jars.resolve("a sleeping one.jar"), SleepBenchmark.class);
    tiny = TinyJars.of(jars.resolve("tiny.jar"), TinyBenchmark.class);
  }

  @BeforeEach
  void resultsAreInTheFolder() {
    gates = new GateProcesses(folder);
  }

  @AfterEach
  void endWhatWasStarted() {
    gates.close();
  }

  @Test
  void aJarComparedWithItselfPassesAlsoWhereTheRunWasStoppedMeanwhile() throws Exception {
    var process = gates.start(GateProcesses.quick(itself()));
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
    assertThat(resumed.lines()).anyMatch(line -> line.startsWith("Resuming after round "));
    assertThat(whole.complete()).isTrue();
    assertThat(whole.countedPairs(0)).extracting(Pair::round).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(whole.referenceLoop()).filteredOn(ReferenceLoopPair::counts).hasSize(6);
    assertThat(whole.pairs().getFirst().baseline().secondary())
        .containsKeys("cost.cpu", "cost.alloc");
    if (Judge.of(whole).controls().stream().noneMatch(control -> control.moved())) {
      assertThat(resumed.exitCode()).as("%s", resumed.lines()).isIn(0, 2);
    } else {
      assertThat(resumed.exitCode()).isEqualTo(3); // as it does in one honest run of a hundred
    }
  }

  @Test
  void aSlowdownOfAHalfIsNamedAlsoWhereAForkFailedOnce() throws Exception {
    var crashed = folder.resolve("crashed");
    var found =
        finished(
            "--base",
            TinyJars.classPath(sleeps),
            "--candidate-jvm-args",
            "-Dfanout.test.slower=50 '-Dfanout.test.blank=a b' -Dfanout.test.crashOnce=" + crashed,
            "--margin",
            "5%");

    var run = GateFile.read(folder.resolve("gate.json"));
    assertThat(run.candidate().jvmArgs())
        .containsExactly(
            "-Dfanout.test.slower=50",
            "-Dfanout.test.blank=a b",
            "-Dfanout.test.crashOnce=" + crashed);
    assertThat(run.failures()).isEmpty();
    if (Judge.of(run).controls().stream().noneMatch(control -> control.moved())) {
      assertThat(found.exitCode()).as("%s", found.lines()).isEqualTo(1);
    }
    assertThat(found.lines())
        .anyMatch(line -> line.matches("(?i).*regressed.*SleepBenchmark\\.sleep.*"))
        .anyMatch(line ->
            line.endsWith(
                "failed in the candidate and is tried once more: users: responded with 500"));

    var again = gates.finished("--judge", folder.resolve("gate.json").toString());
    assertThat(again.exitCode()).isEqualTo(found.exitCode());
  }

  @Test
  void aBenchmarkThatCrashesIsToldInItsOwnWords() throws Exception {
    var found =
        finished("--base", sleeps.toString(), "--candidate-jvm-args", "-Dfanout.test.crash=true");

    assertThat(found.exitCode()).isEqualTo(4);
    assertThat(found.lines())
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

    assertThat(found.exitCode()).isEqualTo(4);
    assertThat(found.lines())
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

    assertThat(found.exitCode()).isEqualTo(4);
    assertThat(found.lines())
        .anyMatch(line -> line.startsWith("Plan: 1 row, "))
        .last()
        .asString()
        .contains(
            "{behaviour=THROWS_WHILE_TIMED} failed in the baseline: users: responded with 500");
  }

  @Test
  void anArmsArgumentsAddToThoseOfTheBenchmark() throws Exception {
    var found = finished("--dry-run", "--base", flags(), "--base-jvm-args=-Dfanout.test.arm=true");

    assertThat(found.exitCode()).as("%s", found.lines()).isZero();
  }

  @Test
  void twoCollectorsAreToldBeforeAForkFails() throws Exception {
    var found = finished("--base", flags(), "--candidate-jvm-args=-XX:+UseParallelGC");

    assertThat(found.exitCode()).isEqualTo(64);
    assertThat(found.lines())
        .last()
        .asString()
        .startsWith("gate: fanout.gate.run.FlagsBenchmark.operation of arm '")
        .contains("' would run with UseParallelGC and UseSerialGC, and a JVM takes one collector");
  }

  private static String flags() throws IOException {
    return TinyJars.of(jars.resolve("flags.jar"), FlagsBenchmark.class).toString();
  }

  /// The status 1 would say that something regressed.
  @Test
  void resultsThatCannotBeWrittenAreNoRegression() throws Exception {
    var file = Files.writeString(folder.resolve("a file"), "");

    GateProcesses.Finished found;
    try (var intoFile = new GateProcesses(file)) {
      found = intoFile.finished(GateProcesses.quick(itself()));
    }

    assertThat(found.exitCode()).as("%s", found.lines()).isEqualTo(3);
    assertThat(found.lines())
        .noneMatch(line -> line.startsWith("\tat "))
        .last()
        .asString()
        .startsWith("gate: ")
        .contains(file.toString());
  }

  @Test
  void disjointListsAreNotJudged() throws Exception {
    var found = gates.finished("--base", sleeps.toString(), "--candidate", tiny.toString());

    assertThat(found.exitCode()).isEqualTo(3);
    assertThat(found.lines())
        .last()
        .asString()
        .startsWith(
            "gate: The arms have no benchmark in common: the baseline has fanout.gate.run.SleepBenchmark.sleep{name=SLEEPS}, the candidate has fanout.measure.TinyBenchmark.operation{behaviour=WORKS}");
    assertThat(folder.resolve("gate.json")).doesNotExist();
  }

  @Test
  void aJarWithoutJmhIsNoArm() throws Exception {
    var none = TinyJars.empty(jars.resolve("none.jar"));
    var found = gates.finished("--base", sleeps.toString(), "--candidate", none.toString());

    assertThat(found.exitCode()).isEqualTo(64);
    assertThat(found.lines())
        .last()
        .asString()
        .startsWith("gate: '" + none + "' is no JMH jar: it has no JMH in it");
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

  private GateProcesses.Finished finished(String... options) throws Exception {
    return gates.finished(GateProcesses.quick(options));
  }
}
