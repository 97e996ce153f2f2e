package fanout.gate.result;

import java.util.List;

/// What may be judged of each row, beside counters that are asked for by name.
public enum QuantityChoice {
  /// The benchmark's own time or throughput.
  WALL,
  /// CPU time per operation.
  CPU,
  /// Allocated bytes per operation.
  ALLOC,
  /// The 99th percentile of each fork's sampled times; only where that is asked for.
  P99;

  /// What is judged where nothing is asked for.
  public static final List<QuantityChoice> USUAL = List.of(WALL, CPU, ALLOC);
}
