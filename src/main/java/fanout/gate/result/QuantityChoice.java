package fanout.gate.result;

/// What may be judged of each row, beside counters that are asked for by name.
public enum QuantityChoice {
  /// The benchmark's own time or throughput.
  WALL,
  /// CPU time per operation.
  CPU,
  /// Allocated bytes per operation.
  ALLOC
}
