package fanout.gate.judge;

import fanout.stats.ModeratedMean;
import fanout.stats.SignedRankTest;

/// What must be shown before a verdict is given. Log ratios are candidate ÷ baseline as a cost, so
/// that above 0 is worse.
///
/// Each has two parts. That there is a difference at all must be shown for the whole family: then a
/// row that is no slower is hardly ever called regressed, however many rows there are. How large it
/// is must be shown for the row alone: of a row that lies exactly at the margin nothing is
/// promised.
enum Hypothesis {
  REGRESSED,
  IMPROVED,
  SAME;

  /// Fewer pairs do not show that nothing changed: what happens to one fork in ten is not among six
  /// of them in half of all runs, nor among sixteen in 19 %.
  static final int FEWEST_PAIRS_OF_SAME = 16;

  /// p-value to correct for the family: small where the mean lies above 0, below 0, or inside the
  /// margin on both sides.
  ///
  /// @param margin logarithm of 1 + margin
  double difference(ModeratedMean mean, double margin) {
    return switch (this) {
      case REGRESSED -> mean.above(0);
      case IMPROVED -> mean.below(0);
      case SAME -> Math.max(mean.below(margin), mean.above(-margin));
    };
  }

  /// p-value of the row alone: small where the mean lies beyond the margin.
  double size(ModeratedMean mean, double margin) {
    return switch (this) {
      case REGRESSED -> mean.above(margin);
      case IMPROVED -> mean.below(-margin);
      case SAME -> difference(mean, margin);
    };
  }

  /// p-value of the signed-rank test of the same, which must agree: the middle pair says what the
  /// mean says.
  double rankTest(double[] logRatios, double margin) {
    return switch (this) {
      case REGRESSED -> SignedRankTest.above(logRatios, margin);
      case IMPROVED -> SignedRankTest.below(logRatios, -margin);
      case SAME ->
          Math.max(
              SignedRankTest.below(logRatios, margin), SignedRankTest.above(logRatios, -margin));
    };
  }

  /// The sign of the pairs that speak for it.
  int sign() {
    return switch (this) {
      case REGRESSED -> 1;
      case IMPROVED -> -1;
      case SAME -> 0;
    };
  }

  Verdict verdict() {
    return switch (this) {
      case REGRESSED -> new Verdict.Regressed();
      case IMPROVED -> new Verdict.Improved();
      case SAME -> new Verdict.Same();
    };
  }
}
