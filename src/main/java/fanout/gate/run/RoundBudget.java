package fanout.gate.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether another round fits into the time that the run may take.
///
/// @param seconds that time; null where there is no limit
/// @param eta how long rounds take
record RoundBudget(@Nullable Long seconds, EtaEstimator eta) {
  /// A round may end a little after the budget does.
  static final double TOLERANCE = 1.1;

  boolean allowsRound(List<Integer> open) {
    return seconds == null || eta.secondsAfterRound(open) <= seconds * TOLERANCE;
  }
}
