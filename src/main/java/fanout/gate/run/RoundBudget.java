package fanout.gate.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What fits into the time that the run may take.
///
/// @param seconds that time; null where there is no limit
/// @param eta how long rounds take
record RoundBudget(@Nullable Long seconds, EtaEstimator eta) {
  /// A round may end a little after the budget does.
  static final double TOLERANCE = 1.1;

  boolean allowsRound(List<Integer> open) {
    return seconds == null || eta.secondsAfterRound(open) <= seconds * TOLERANCE;
  }

  /// How long so many rounds of these rows last at most.
  double secondsLeft(List<Integer> open, double rounds) {
    double wanted = eta.secondsLeft(open, rounds);
    return seconds == null ? wanted : Math.min(wanted, seconds * TOLERANCE - eta.secondsSpent());
  }
}
