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

  /// CPU time per operation of compilers and of garbage collectors, which are not judged.
  public static final String CPU_COMPILER = "cost.cpu.compiler";

  public static final String CPU_COLLECTOR = "cost.cpu.gc";

  /// How many operations each iteration had, likewise.
  public static final String OPERATIONS = "cost.operations";

  /// Bytes allocated per operation, likewise.
  public static final String ALLOCATED = "cost.alloc";

  /// The 99th percentile of all times that the fork sampled, in the unit of its score.
  public static final String P99 = "time.p99";

  /// All that was used ÷ all that was done, of a metric per operation; the mean of the iterations
  /// where it is not known how much each did.
  ///
  /// @param perOperation of this fork
  public double perOperation(IterationScores perOperation) {
    var operations = secondary.get(OPERATIONS);
    var values = perOperation.values();
    var weights =
        operations == null || operations.values().size() != values.size()
            ? Collections.nCopies(values.size(), 1.0)
            : operations.values();
    double used = 0;
    double done = 0;
    for (int i = 0; i < values.size(); i++) {
      used += values.get(i) * weights.get(i);
      done += weights.get(i);
    }
    return done == 0 ? 0 : used / done;
  }

  public GateFork {
    secondary = Collections.unmodifiableSortedMap(new TreeMap<>(secondary));
    for (double value : score.values()) {
      if (!(value > 0)) {
        throw new IllegalArgumentException("A fork's scores must be positive, got: " + value);
      }
    }
  }
}
