package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.arm.TinyJars;
import fanout.gate.run.SleepBenchmark;
import fanout.os.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Suite and gate are killed at random moments: nothing that was measured is lost, and nothing is
/// left running, or lying about after the next start. Once for each moment, or as often as the
/// system property `fanout.test.kills` says, and then what has been started must end within two
/// seconds; the counts go to the file of the property `fanout.test.kills.report`.
class RunKillsTest {
  private static final int KILLS = Integer.getInteger("fanout.test.kills", 1);

  /// A machine that runs other tests beside may take its time.
  private static final Duration PATIENCE = Duration.ofSeconds(KILLS == 1 ? 20 : 2);

  private static final Random RANDOM = new Random(Long.getLong("fanout.test.seed", 5));

  private static final List<String> COUNTS = new ArrayList<>();

  @TempDir static Path folder;

  /// When a run is killed: after a line of it, and some time that is about as long as what follows.
  enum Moment {
    SUITE_START("Plan: ", 1500),
    SUITE_ROUNDS("[1/", 3000),
    GATE_PILOTS("Pilot 1 of", 1000),
    GATE_ROUNDS("round 1 of", 4000);

    private final String line;
    private final int longestWaitMillis;

    Moment(String line, int longestWaitMillis) {
      this.line = line;
      this.longestWaitMillis = longestWaitMillis;
    }

    boolean isOfTheGate() {
      return name().startsWith("GATE");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKilledRunLosesAndLeavesNothing(Moment moment) throws Exception {
    int processes = 0;
    int rounds = 0;
    long slowestMillis = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      var run = killedRun(moment, folder.resolve(moment + "-" + kill));
      var afterMillis = RANDOM.nextInt(moment.longestWaitMillis);
      var killed = run.killAfter(moment.line, Duration.ofMillis(afterMillis), PATIENCE);

      processes += killed.processes();
      slowestMillis = Math.max(slowestMillis, killed.slowest().toMillis());
      rounds += run.requireKept(killed.roundsSeen());
      run.requireCleanAfterTheNextStart();
    }
    assertThat(processes).as("processes that ended with those killed").isPositive();
    COUNTS.add(
        "| %s | %s | %s | %s | 0 | %s ms | %s | 0 |"
            .formatted(
                moment.isOfTheGate() ? "gate" : "suite",
                "up to %s s after `%s…`".formatted(moment.longestWaitMillis / 1000.0, moment.line),
                KILLS,
                processes,
                slowestMillis,
                rounds));
  }

  private static KilledRun killedRun(Moment moment, Path place) throws IOException {
    if (!moment.isOfTheGate()) {
      return new KilledSuite(place);
    }
    return new KilledGate(place, TinyJars.of(folder.resolve("sleeps.jar"), SleepBenchmark.class));
  }

  @AfterAll
  static void writeCounts() throws IOException {
    var report = System.getProperty("fanout.test.kills.report");
    if (report != null) {
      AtomicFile.write(
          Path.of(report),
          """
          ## Runs that are killed

          Suite and gate, killed with SIGKILL at random moments (seed %s) by `RunKillsTest`. *Processes* are all that the
          killed ones had started; *slowest* is the longest that one of them lived on; *rounds* were seen finished, and were
          read, drawn or judged again afterwards. After the next start there was no temporary folder left.

          | program | killed | kills | processes | still running | slowest | rounds | rounds lost |
          | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
          %s
          """
              .formatted(Long.getLong("fanout.test.seed", 5), String.join("\n", COUNTS)));
    }
  }
}
