package fanout.probe;

import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.options.TimeValue;

/// One count of threads and connections in the middle of an iteration, while the benchmark works;
/// none if the iteration is over before.
final class MidwaySample {
  private final Thread thread = new Thread(this::countMidway, "cost-sample");
  private final long waitMillis;
  private volatile OptionalInt threads = OptionalInt.empty();
  private volatile OptionalInt connections = OptionalInt.empty();
  private volatile long allocatedBytes;

  private MidwaySample(long waitMillis) {
    this.waitMillis = waitMillis;
    thread.setDaemon(true);
  }

  /// Counts after half of `iteration`.
  static MidwaySample within(TimeValue iteration) {
    MidwaySample sample = new MidwaySample(iteration.convertTo(TimeUnit.MILLISECONDS) / 2);
    sample.thread.start();
    return sample;
  }

  /// Counts no more.
  void end() {
    thread.interrupt();
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
    try {
      Thread.sleep(waitMillis);
      threads = ProcessTree.threads();
      connections = ProcessTree.connections();
      allocatedBytes = Allocation.bytesOfThisThreadOnceEnded();
    } catch (InterruptedException e) {
      // The iteration was shorter: nothing is known of its middle.
      Thread.currentThread().interrupt();
    }
  }
}
