package fanout.measure;

import fanout.os.ProcessGuard;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Ends a fork of JMH in this JVM, which is known by its mark alone: when its time is over, or when
/// the run is stopped. JMH itself waits for a fork for ever. A guard ends it where this JVM is
/// killed.
final class ForkWatchdog implements AutoCloseable {
  /// System property of a fork, with a value that no other process has.
  static final String MARK_PROPERTY = "fanout.fork";

  private static final AtomicLong FORKS = new AtomicLong();

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fork-watchdog").factory());
  private final String mark;
  private final ForkUnderWay fork;
  private volatile boolean fired;

  private ForkWatchdog(String mark) {
    this.mark = mark;
    this.fork = ForkUnderWay.marked(mark);
  }

  /// Watches whatever bears its mark; ends it after `limit`.
  static ForkWatchdog start(Duration limit) {
    var watchdog =
        new ForkWatchdog(
            "-D%s=%s-%s"
                .formatted(MARK_PROPERTY, ProcessHandle.current().pid(), FORKS.incrementAndGet()));
    ProcessGuard.watchBearerOf(watchdog.mark);
    var _ = watchdog.timer.schedule(watchdog::fire, limit.toMillis(), TimeUnit.MILLISECONDS);
    return watchdog;
  }

  /// The JVM argument that a fork must have to be watched, before all others.
  String mark() {
    return mark;
  }

  /// Whether `jvmArg` is such a mark.
  static boolean isMark(String jvmArg) {
    return jvmArg.startsWith("-D" + MARK_PROPERTY + "=");
  }

  boolean fired() {
    return fired;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    fork.end();
    fork.close();
  }

  private void fire() {
    fired = true;
    fork.end();
  }
}
