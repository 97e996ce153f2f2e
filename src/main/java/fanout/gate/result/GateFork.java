package fanout.gate.result;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one fork found: one observation of each metric.
///
/// @param score the benchmark's own time or throughput; all values positive
/// @param secondary what profilers and the benchmark itself added, by JMH's name
/// @param startedAt when the fork was started
/// @param endedAt when it had ended
public record GateFork(
    IterationScores score,
    SortedMap<String, IterationScores> secondary,
    Instant startedAt,
    Instant endedAt) {
  /// CPU time per operation, as the cost profiler reports it.
  public static final String CPU = "cost.cpu";

  /// Bytes allocated per operation, likewise.
  public static final String ALLOCATED = "cost.alloc";

  public GateFork {
    secondary = Collections.unmodifiableSortedMap(new TreeMap<>(secondary));
    for (double value : score.values()) {
      if (!(value > 0)) {
        throw new IllegalArgumentException("A fork's scores must be positive, got: " + value);
      }
    }
  }
}
