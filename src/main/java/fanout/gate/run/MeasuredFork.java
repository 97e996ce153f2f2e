package fanout.gate.run;

import fanout.gate.result.GateFork;
import fanout.gate.result.IterationScores;
import fanout.measure.ForkFailedException;
import fanout.measure.JmhMetric;
import fanout.measure.JmhRun;
import fanout.measure.TimeDistribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Makes the gate's record of what JMH says of a fork.
final class MeasuredFork {
  /// JMH before 1.37 began profilers' names with it.
  private static final String OLD_PREFIX = "·";

  /// With fewer samples the 99th percentile would be the longest of them.
  static final long FEWEST_SAMPLES = 100;

  private MeasuredFork() {}

  /// The record of a single fork.
  ///
  /// @throws ForkFailedException if its scores are no positive numbers
  static GateFork of(JmhRun run, Instant startedAt, Instant endedAt) throws ForkFailedException {
    var secondary = new TreeMap<String, IterationScores>();
    run.secondary()
        .forEach((name, metric) -> {
          if (isKnown(metric)) {
            secondary.put(name.replaceFirst("^" + OLD_PREFIX, ""), series(metric));
          }
        });
    p99(run.primary()).ifPresent(p99 -> secondary.put(GateFork.P99, p99));
    try {
      return new GateFork(series(run.primary()), secondary, startedAt, endedAt);
    } catch (IllegalArgumentException e) {
      throw new ForkFailedException("its result cannot be judged: " + e.getMessage(), e);
    }
  }

  private static Optional<IterationScores> p99(JmhMetric primary) {
    return primary.histograms().stream()
        .flatMap(List::stream)
        .reduce(TimeDistribution::plus)
        .filter(times -> times.count() >= FEWEST_SAMPLES)
        .map(times -> new IterationScores(primary.unit(), List.of(times.percentile(99))));
  }

  /// A profiler may know nothing, or count down.
  private static boolean isKnown(JmhMetric metric) {
    return !metric.values().isEmpty()
        && !metric.values().getFirst().isEmpty()
        && metric.values().getFirst().stream().allMatch(value -> value >= 0);
  }

  private static IterationScores series(JmhMetric metric) {
    return new IterationScores(metric.unit(), metric.values().getFirst());
  }
}
