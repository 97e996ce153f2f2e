package fanout.probe;

import java.util.OptionalInt;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.options.TimeValue;

/// One count of threads and connections in the middle of an iteration, while the benchmark works;
/// none if the iteration is over before. The same thread counts in all iterations: one that ended
/// would be missing among those whose CPU time is known.
final class MidwaySample {
  /// Name of the thread that counts.
  static final String THREAD = "cost-sample";

  private static final ScheduledThreadPoolExecutor COUNTER = counter();

  private final ScheduledFuture<?> count;
  private volatile OptionalInt threads = OptionalInt.empty();
  private volatile OptionalInt connections = OptionalInt.empty();
  private volatile long allocatedBytes;

  private MidwaySample(long waitMillis) {
    count = COUNTER.schedule(this::countMidway, waitMillis, TimeUnit.MILLISECONDS);
  }

  /// Counts after half of `iteration`.
  static MidwaySample within(TimeValue iteration) {
    return new MidwaySample(iteration.convertTo(TimeUnit.MILLISECONDS) / 2);
  }

  /// Counts no more.
  void end() {
    count.cancel(false);
  }

  OptionalInt threads() {
    return threads;
  }

  OptionalInt connections() {
    return connections;
  }

  /// What counting has allocated, as far as [Allocation#bytes()] has it.
  long allocatedBytes() {
    return allocatedBytes;
  }

  private void countMidway() {
    long before = Allocation.bytesOfThisThread();
    threads = ProcessTree.threads();
    connections = ProcessTree.connections();
    allocatedBytes = Allocation.bytesOfThisThread() - before;
  }

  private static ScheduledThreadPoolExecutor counter() {
    ScheduledThreadPoolExecutor one =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, THREAD);
              thread.setDaemon(true);
              return thread;
            });
    one.prestartAllCoreThreads();
    return one;
  }
}
