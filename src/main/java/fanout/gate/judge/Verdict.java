package fanout.gate.judge;

import org.jspecify.annotations.Nullable;

/// What the gate says of one quantity of one row, against a margin.
public sealed interface Verdict {
  /// Worse by more than the margin.
  record Regressed() implements Verdict {}

  /// Better by more than the margin.
  record Improved() implements Verdict {}

  /// Inside the margin on both sides.
  record Same() implements Verdict {}

  /// Nothing is claimed.
  ///
  /// @param excluded the smallest slowdown that the printed interval rules out, as a share; null
  ///   where there is no interval
  /// @param missingPairs how many more pairs would decide it, as a forecast, at least 1; null where
  ///   none can be made
  record Undecided(@Nullable Double excluded, @Nullable Integer missingPairs) implements Verdict {}

  /// `regressed`, `undecided`, `improved` or `same`.
  default String word() {
    return switch (this) {
      case Regressed _ -> "regressed";
      case Undecided _ -> "undecided";
      case Improved _ -> "improved";
      case Same _ -> "same";
    };
  }

  /// Place in a list that begins with what a reader must look at.
  default int place() {
    return switch (this) {
      case Regressed _ -> 0;
      case Undecided _ -> 1;
      case Improved _ -> 2;
      case Same _ -> 3;
    };
  }

  /// Whether something is claimed.
  default boolean decided() {
    return switch (this) {
      case Regressed _, Improved _, Same _ -> true;
      case Undecided _ -> false;
    };
  }
}
