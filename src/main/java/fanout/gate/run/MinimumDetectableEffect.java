package fanout.gate.run;

import org.apache.commons.statistics.distribution.TDistribution;

/// The smallest slowdown that a number of pairs can be expected to find: for the plan, not for a
/// verdict.
final class MinimumDetectableEffect {
  /// One-sided level of the last look, which has most of the 2.5 %.
  private static final double LAST_LOOK = 0.019;

  /// Found in nine runs of ten.
  private static final double POWER = 0.9;

  /// Of two forks of the same code on a quiet shared machine.
  static final double USUAL_FORK_DEVIATION = 0.05;

  private MinimumDetectableEffect() {}

  /// The slowdown, as a share.
  ///
  /// @param forkDeviation standard deviation of the logarithm of a fork's score
  /// @param pairs how many there will be
  /// @param margin what the slowdown must exceed, as a share
  /// @param family how many tests are corrected together
  static double slowdown(double forkDeviation, int pairs, double margin, int family) {
    var t = TDistribution.of(pairs - 1.0);
    double standardError = Math.sqrt(2) * forkDeviation / Math.sqrt(pairs);
    double quantiles =
        t.inverseSurvivalProbability(LAST_LOOK / family) + t.inverseSurvivalProbability(1 - POWER);
    return Math.expm1(Math.log1p(margin) + quantiles * standardError);
  }
}
