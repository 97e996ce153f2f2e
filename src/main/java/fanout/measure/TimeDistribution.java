package fanout.measure;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How often each time was seen, in whichever unit it was given.
public final class TimeDistribution {
  private final NavigableMap<Double, Long> counts;
  private final long total;

  private TimeDistribution(NavigableMap<Double, Long> counts) {
    this.counts = counts;
    this.total = counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /// Keeps `counts`: how often each time was seen.
  ///
  /// @throws IllegalArgumentException if nothing was seen or a count is not positive
  public static TimeDistribution of(Map<Double, Long> counts) {
    if (counts.isEmpty() || counts.values().stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException(
          "A distribution needs times with positive counts, got: " + counts);
    }
    return new TimeDistribution(new TreeMap<>(counts));
  }

  /// Both together.
  public TimeDistribution plus(TimeDistribution other) {
    var sum = new TreeMap<>(counts);
    other.counts.forEach((time, count) -> sum.merge(time, count, Long::sum));
    return new TimeDistribution(sum);
  }

  /// The same in another unit, which is `factor` times smaller.
  public TimeDistribution times(double factor) {
    var scaled = new TreeMap<Double, Long>();
    counts.forEach((time, count) -> scaled.merge(time * factor, count, Long::sum));
    return new TimeDistribution(scaled);
  }

  public long count() {
    return total;
  }

  public double mean() {
    double sum = 0;
    for (var entry : counts.entrySet()) {
      sum += entry.getKey() * entry.getValue();
    }
    return sum / total;
  }

  public double max() {
    return counts.lastKey();
  }

  /// The smallest time that at least `percentile` % of the observations did not exceed (nearest
  /// rank).
  ///
  /// @param percentile from 0 to 100
  public double percentile(double percentile) {
    // Less a hair, so that 99.9 % of 1,000 is 999 and not the next above it.
    double rank = Math.max(1, Math.ceil(percentile * total / 100 - 1e-9));
    long seen = 0;
    for (var entry : counts.entrySet()) {
      seen += entry.getValue();
      if (seen >= rank) {
        return entry.getKey();
      }
    }
    return max();
  }

  /// How many observations were longer than `time`.
  public long beyond(double time) {
    return counts.tailMap(time, false).values().stream().mapToLong(Long::longValue).sum();
  }
}
