package fanout.measure;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Ends the processes that this JVM starts while it is open: when their time is over, or when the
/// run is stopped. JMH itself waits for a fork for ever.
public final class ForkWatchdog implements AutoCloseable {
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
        .forEach(child -> {
          child.descendants().forEach(ProcessHandle::destroyForcibly);
          child.destroyForcibly();
        });
  }
}
