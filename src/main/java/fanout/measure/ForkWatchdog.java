package fanout.measure;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// Ends the processes that this JVM starts while it is open: when their time is over, or when the
/// run is stopped. JMH itself waits for a fork for ever.
public final class ForkWatchdog implements AutoCloseable {
  /// What hooks of a fork need at most.
  private static final Duration GRACE = Duration.ofSeconds(1);

  private static volatile List<ForkWatchdog> open = List.of();

  private final Set<Long> before =
      ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fork-watchdog").factory());
  private volatile boolean fired;

  private ForkWatchdog() {}

  /// Watches whatever is started from now on; ends it after `limit`.
  static ForkWatchdog start(Duration limit) {
    var watchdog = new ForkWatchdog();
    var _ = watchdog.timer.schedule(watchdog::fire, limit.toMillis(), TimeUnit.MILLISECONDS);
    open = List.of(watchdog);
    return watchdog;
  }

  /// Ends the fork under way, if there is one.
  public static void endFork() {
    open.forEach(ForkWatchdog::endAll);
  }

  boolean fired() {
    return fired;
  }

  @Override
  public void close() {
    open = List.of();
    timer.shutdownNow();
    endAll();
  }

  private void fire() {
    fired = true;
    endAll();
  }

  private void endAll() {
    ProcessHandle.current()
        .children()
        .filter(child -> !before.contains(child.pid()))
        .forEach(ForkWatchdog::end);
  }

  /// Asks first: a benchmark may have files to delete.
  private static void end(ProcessHandle fork) {
    var tree = fork.descendants().toList();
    if (fork.destroy()) {
      await(fork);
    }
    tree.forEach(ProcessHandle::destroyForcibly);
    fork.descendants().forEach(ProcessHandle::destroyForcibly);
    fork.destroyForcibly();
  }

  private static void await(ProcessHandle fork) {
    try {
      fork.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException _) {
      // It is killed, then.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
