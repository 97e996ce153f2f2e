package fanout.gate.judge;

import fanout.stats.ShiftedTest;

/// What must be shown before a verdict is given. Log ratios are candidate ÷ baseline as a cost, so
/// that above 0 is worse.
enum Hypothesis {
  REGRESSED,
  IMPROVED,
  SAME;

  /// p-value of the t test that the opposite holds, which decides.
  ///
  /// @param margin logarithm of 1 + margin
  double tTest(double[] logRatios, double margin) {
    return switch (this) {
      case REGRESSED -> ShiftedTest.tAbove(logRatios, margin);
      case IMPROVED -> ShiftedTest.tBelow(logRatios, -margin);
      case SAME ->
          Math.max(ShiftedTest.tBelow(logRatios, margin), ShiftedTest.tAbove(logRatios, -margin));
    };
  }

  /// p-value of the signed-rank test of the same, which must agree.
  double rankTest(double[] logRatios, double margin) {
    return switch (this) {
      case REGRESSED -> ShiftedTest.rankAbove(logRatios, margin);
      case IMPROVED -> ShiftedTest.rankBelow(logRatios, -margin);
      case SAME ->
          Math.max(
              ShiftedTest.rankBelow(logRatios, margin), ShiftedTest.rankAbove(logRatios, -margin));
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
