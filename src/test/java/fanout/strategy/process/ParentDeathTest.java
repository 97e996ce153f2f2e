package fanout.strategy.process;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.fetch.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A pool's process that is killed leaves no worker, at whatever moment: three moments per phase,
/// within a generous time, or as many as the system property `fanout.test.moments` says, and then
/// within a second.
class ParentDeathTest {
  private static final int DEFAULT_MOMENTS = 3;
  private static final int MOMENTS = Integer.getInteger("fanout.test.moments", DEFAULT_MOMENTS);

  /// A machine that runs other tests beside may take its time.
  private static final Duration PATIENCE =
      MOMENTS == DEFAULT_MOMENTS ? Duration.ofSeconds(10) : Duration.ofSeconds(1);

  /// How long none must be seen: a worker that was being spawned when its parent died does not bear
  /// the mark at once.
  private static final Duration QUIET = Duration.ofMillis(300);

  private final Random random = new Random(2);

  @ParameterizedTest
  @EnumSource
  void aKilledParentLeavesNoWorker(PoolParent.Phase phase) throws Exception {
    try (var server = TestServer.start().delayAll(Duration.ofMillis(2))) {
      for (int i = 0; i < MOMENTS; i++) {
        killAtARandomMomentOf(phase, server);
      }
    }
  }

  private void killAtARandomMomentOf(PoolParent.Phase phase, TestServer server) throws Exception {
    // A flag that does nothing and that no other process bears.
    var mark = "-Dfanout.test.mark=" + ProcessHandle.current().pid() + "-" + random.nextLong();
    var parent = startParent(phase, server, mark);
    try (var lines = parent.inputReader()) {
      awaitLine(lines, phase);
      if (phase == PoolParent.Phase.WORK) {
        assertThat(marked(mark)).as("workers at work").isNotEmpty();
      }
      LockSupport.parkNanos(random.nextLong(longestWait(phase).toNanos()));
    } finally {
      parent.destroyForcibly();
    }
    long killedNanos = System.nanoTime();
    parent.waitFor();
    awaitQuiet(phase, mark, killedNanos);
  }

  private static void awaitQuiet(PoolParent.Phase phase, String mark, long killedNanos) {
    long seenNanos = System.nanoTime();
    while (System.nanoTime() - seenNanos < QUIET.toNanos()) {
      var workers = marked(mark);
      if (!workers.isEmpty()) {
        seenNanos = System.nanoTime();
        assertThat(Duration.ofNanos(seenNanos - killedNanos))
            .as("time that %s outlived their parent, killed in phase %s", workers, phase)
            .isLessThan(PATIENCE);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private static Process startParent(PoolParent.Phase phase, TestServer server, String mark)
      throws IOException {
    var workerFlags = new ArrayList<>(List.of(mark));
    workerFlags.addAll(WorkerCommand.standard().jvmFlags());
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-D" + WorkerCommand.JVM_ARGS_PROPERTY + "=" + String.join(" ", workerFlags),
            PoolParent.class.getName(),
            server.uri().toString(),
            phase == PoolParent.Phase.WORK ? "1000000" : "1");
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static void awaitLine(BufferedReader lines, PoolParent.Phase phase) throws IOException {
    var line = lines.readLine();
    while (!phase.name().equals(line)) {
      assertThat(line).as("a line before %s", phase).isNotNull();
      line = lines.readLine();
    }
  }

  /// About as long as the phase takes, so that some moments lie beyond it.
  private static Duration longestWait(PoolParent.Phase phase) {
    return switch (phase) {
      case START -> Duration.ofMillis(600);
      case WORK -> Duration.ofMillis(100);
      case CLOSE -> Duration.ofMillis(60);
    };
  }

  /// The workers that bear `mark`, of a parent that bears it in another argument.
  private static List<Long> marked(String mark) {
    return ProcessHandle.allProcesses()
        .filter(
            process -> process.info().arguments().map(List::of).orElse(List.of()).contains(mark))
        .map(ProcessHandle::pid)
        .toList();
  }
}
