package fanout.measure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Requests that a run ends early: the fork under way is lost, and with it its round.
public final class StopSignal {
  /// A signal reaches forks and stub at once, and this JVM's hook a little later: where one of them
  /// fails, this long may pass until it is known that it was ended.
  public static final Duration PATIENCE = Duration.ofMillis(500);

  private static final long LOOK_NS = Duration.ofMillis(20).toNanos();

  private volatile boolean stopped;

  /// Takes effect before the next fork; whoever calls it ends the fork under way.
  public void stop() {
    stopped = true;
  }

  public boolean stopped() {
    return stopped;
  }

  /// Whether it is stopped, or is so before `patience` is over.
  public boolean stoppedWithin(Duration patience) {
    long deadlineNs = System.nanoTime() + patience.toNanos();
    while (!stopped && System.nanoTime() - deadlineNs < 0) {
      LockSupport.parkNanos(LOOK_NS);
    }
    return stopped;
  }
}
