package fanout.strategy.process;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Workers that died before they could work: how soon to try again, and when it is of no use.
final class RestartBackoff {
  private static final int MAX_IN_A_ROW = 5;

  /// From a death to the next try, where another worker does the work meanwhile: a JVM that starts
  /// takes a core from those that work.
  private static final long START_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

  private final LongSupplier nanoTime;
  private int inARow;
  private long startAgainNanos;
  private @Nullable String broken;

  /// @param nanoTime as [System#nanoTime()]
  RestartBackoff(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.startAgainNanos = nanoTime.getAsLong();
  }

  void add(String cause) {
    inARow++;
    startAgainNanos = nanoTime.getAsLong() + START_AGAIN_NANOS;
    if (inARow == MAX_IN_A_ROW) {
      broken =
          "was not fetched: worker processes died at start "
              + MAX_IN_A_ROW
              + " times in a row; the last one "
              + cause;
    }
  }

  /// A worker works.
  void forget() {
    inARow = 0;
  }

  /// Whether one has just died.
  boolean isTooSoon() {
    return nanoTime.getAsLong() - startAgainNanos < 0;
  }

  /// Why no worker can be started, as a verb phrase; null while that is not so.
  @Nullable String broken() {
    return broken;
  }
}
