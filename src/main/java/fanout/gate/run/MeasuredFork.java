package fanout.gate.run;

import fanout.gate.result.GateFork;
import fanout.gate.result.IterationScores;
import fanout.measure.ForkFailedException;
import fanout.measure.JmhMetric;
import fanout.measure.JmhRun;
import java.time.Instant;
import java.util.TreeMap;

/// Makes the gate's record of what JMH says of a fork.
final class MeasuredFork {
  /// JMH before 1.37 began profilers' names with it.
  private static final String OLD_PREFIX = "·";

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
    try {
      return new GateFork(series(run.primary()), secondary, startedAt, endedAt);
    } catch (IllegalArgumentException e) {
      throw new ForkFailedException("its result cannot be judged: " + e.getMessage(), e);
    }
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
