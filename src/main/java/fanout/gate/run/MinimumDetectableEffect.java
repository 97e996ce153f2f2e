package fanout.gate.run;

import fanout.gate.result.LookSettings;
import fanout.stats.AlphaSpending;
import fanout.stats.Forecast;

/// The smallest slowdown that a number of pairs can be expected to find, in nine runs of ten: for
/// the plan, not for a verdict.
final class MinimumDetectableEffect {
  /// Of two forks of the same code on a quiet shared machine.
  static final double USUAL_FORK_DEVIATION = 0.05;

  private MinimumDetectableEffect() {}

  /// The slowdown, as a share: beyond the margin for the row alone, and beyond nothing for the
  /// whole family.
  ///
  /// @param forkDeviation standard deviation of the logarithm of a fork's score
  /// @param looks how many pairs there will be, and when they are judged
  /// @param margin what the slowdown must exceed, as a share
  /// @param family how many tests are corrected together
  static double slowdown(double forkDeviation, LookSettings looks, double margin, int family) {
    double level = AlphaSpending.levels(looks.alpha(), looks.looks()).getLast();
    double pairDeviation = Math.sqrt(2) * forkDeviation;
    double alone = Forecast.distance(looks.maxPairs(), pairDeviation, level);
    double amongAll = Forecast.distance(looks.maxPairs(), pairDeviation, level / family);
    return Math.expm1(Math.max(Math.log1p(margin) + alone, amongAll));
  }
}
