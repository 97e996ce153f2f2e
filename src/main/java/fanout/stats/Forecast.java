package fanout.stats;

import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.TDistribution;

/// How many observations a one-sided t test would need.
public final class Forecast {
  /// Beyond this nobody measures on.
  private static final int MOST = 1000;

  private Forecast() {}

  /// The fewest observations at which a mean that lies `distance` from the value it is tested
  /// against would be significant, if the spread stays as it is; empty where a thousand would not
  /// be enough.
  ///
  /// @param distance positive
  /// @param standardDeviation of the observations
  /// @param level one-sided
  public static OptionalInt observations(double distance, double standardDeviation, double level) {
    for (int n = 2; n <= MOST; n++) {
      double reach =
          TDistribution.of(n - 1.0).inverseSurvivalProbability(level)
              * standardDeviation
              / Math.sqrt(n);
      if (reach < distance) {
        return OptionalInt.of(n);
      }
    }
    return OptionalInt.empty();
  }
}
