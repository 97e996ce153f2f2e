package fanout.fetch;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// What the latest responses took, and when a response takes longer than most. Thread-safe.
///
/// A fetch that is hedged counts with its whole time, which is beyond the percentile as it would
/// have been without: hedging does not move the percentile that it goes by.
final class ResponseTimes {
  /// How many make a percentile; fewer have no 95th.
  static final int FEWEST = 20;

  private static final int LATEST = 512;
  private static final int BETWEEN_SORTS = 32;
  private static final double PERCENT = 100;

  private final int percentile;
  private final AtomicLongArray latest = new AtomicLongArray(LATEST);
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong hedges = new AtomicLong();
  private volatile long usualNanos = Long.MAX_VALUE;

  ResponseTimes(int percentile) {
    this.percentile = percentile;
  }

  /// Takes what a fetch took until its response was complete.
  void add(long nanos) {
    long before = count.getAndIncrement();
    latest.set((int) (before % LATEST), nanos);
    long now = before + 1;
    if (now == FEWEST || (now > FEWEST && now % BETWEEN_SORTS == 0)) {
      usualNanos = nearestRank(now);
    }
  }

  /// The percentile of the latest, after which a second request is worth its cost; `Long.MAX_VALUE`
  /// before it is known.
  long usualNanos() {
    return usualNanos;
  }

  /// Whether one more request may be sent: twice the share that is beyond the percentile at most,
  /// so that a server which slows down for all is not asked for twice the work.
  boolean mayHedge() {
    double most = 2 * (PERCENT - percentile) / PERCENT * count.get();
    long sent = hedges.get();
    return sent < most && hedges.compareAndSet(sent, sent + 1);
  }

  private long nearestRank(long recorded) {
    int length = (int) Math.min(recorded, LATEST);
    long[] sorted = new long[length];
    Arrays.setAll(sorted, latest::get);
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(percentile / PERCENT * length) - 1];
  }
}
