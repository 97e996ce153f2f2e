package fanout.gate.run;

import fanout.gate.result.ControlFork;
import fanout.gate.result.Pair;
import fanout.gate.result.ReferenceLoopPair;
import fanout.gate.result.RowFailure;
import org.jspecify.annotations.Nullable;

/// What a [ScheduledFork] came to.
sealed interface ForkOutcome {
  /// A fork of each arm was measured.
  ///
  /// @param control null in rows without one
  record RowMeasured(Pair pair, @Nullable ControlFork control) implements ForkOutcome {
    /// The same, which does not count.
    RowMeasured discarded(String reason) {
      return new RowMeasured(
          pair.discarded(reason), control == null ? null : control.discarded(reason));
    }
  }

  record ReferenceLoopMeasured(ReferenceLoopPair pair) implements ForkOutcome {}

  record RowFailed(RowFailure failure) implements ForkOutcome {}

  /// Whether it does not count.
  default boolean isDiscarded() {
    return switch (this) {
      case RowMeasured(var pair, var _) -> !pair.counts();
      case ReferenceLoopMeasured(var pair) -> !pair.counts();
      case RowFailed _ -> false;
    };
  }
}
