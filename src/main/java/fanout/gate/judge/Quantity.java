package fanout.gate.judge;

import fanout.gate.result.CounterRule;

/// What is judged of a row.
public sealed interface Quantity {
  /// The benchmark's own time or throughput.
  record Wall() implements Quantity {}

  /// CPU time per operation of the fork and all processes below it.
  record Cpu() implements Quantity {}

  /// The 99th percentile of the times that a fork sampled.
  record P99() implements Quantity {}

  /// A counter beside time.
  record Counter(CounterRule rule) implements Quantity {}

  /// Whether it belongs to the family that is corrected together: rows × wall, CPU and p99.
  default boolean timed() {
    return switch (this) {
      case Wall _, Cpu _, P99 _ -> true;
      case Counter _ -> false;
    };
  }

  /// `wall`, `CPU`, `p99`, or the counter's name.
  default String label() {
    return switch (this) {
      case Wall _ -> "wall";
      case Cpu _ -> "CPU";
      case P99 _ -> "p99";
      case Counter(var rule) -> rule.name();
    };
  }
}
