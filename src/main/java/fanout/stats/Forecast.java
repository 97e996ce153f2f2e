package fanout.stats;

import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.TDistribution;

/// What a one-sided t test can be expected to show, in nine cases of ten: its own quantile and that
/// of nine in ten add up.
public final class Forecast {
  private static final double POWER = 0.9;

  /// Beyond this nobody measures on.
  private static final int MOST = 1000;

  private Forecast() {}

  /// The fewest observations that show, in nine cases of ten, a mean which lies `distance` from the
  /// value it is tested against; empty where a thousand are too few.
  ///
  /// @param distance positive
  /// @param standardDeviation of the observations
  /// @param level one-sided
  public static OptionalInt observations(double distance, double standardDeviation, double level) {
    if (distance(MOST, standardDeviation, level) > distance) {
      return OptionalInt.empty();
    }
    int tooFew = 1;
    int enough = MOST;
    while (enough - tooFew > 1) {
      int middle = (tooFew + enough) / 2;
      if (distance(middle, standardDeviation, level) <= distance) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return OptionalInt.of(enough);
  }

  /// The smallest distance from the tested value that so many observations show in nine cases of
  /// ten.
  ///
  /// @param observations at least two
  /// @param standardDeviation of the observations
  /// @param level one-sided
  public static double distance(int observations, double standardDeviation, double level) {
    var t = TDistribution.of(observations - 1.0);
    double quantiles =
        t.inverseSurvivalProbability(level) + t.inverseSurvivalProbability(1 - POWER);
    return quantiles * standardDeviation / Math.sqrt(observations);
  }
}
