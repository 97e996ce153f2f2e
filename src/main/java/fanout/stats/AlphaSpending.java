package fanout.stats;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// How much of a level each look at growing data may use, so that all looks together keep it:
/// almost nothing early, almost all of it at the end, like the boundaries of O'Brien and Fleming.
///
/// @see <a href="https://doi.org/10.1093/biomet/70.3.659">Lan and DeMets 1983: Discrete sequential
///   boundaries for clinical trials</a>
public final class AlphaSpending {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private AlphaSpending() {}

  /// The level of each look; their sum is `level`, so that they keep it however looks and tests
  /// depend on each other, also when each look is corrected for many tests. Boundaries that count
  /// on that dependence would leave the last of four looks 0.0231 of 0.025 instead of 0.0190, for
  /// one test alone.
  ///
  /// @param level one-sided, of all looks together
  /// @param looks numbers of observations, rising; the last one takes all that is left
  /// @param planned how many observations there would be at most, at least as many as the last look
  ///   has: what has been looked at is a share of that, so that ending earlier changes no level
  ///   that was used before
  public static List<Double> levels(double level, List<Integer> looks, int planned) {
    if (looks.getLast() > planned) {
      throw new IllegalArgumentException(
          "The last look must have at most the %s observations planned, got: %s"
              .formatted(planned, looks));
    }
    var levels = new double[looks.size()];
    double spent = 0;
    for (int i = 0; i < levels.length; i++) {
      boolean last = i == levels.length - 1;
      double until = last ? level : spentUntil((double) looks.get(i) / planned, level);
      levels[i] = until - spent;
      spent = until;
    }
    return Arrays.stream(levels).boxed().toList();
  }

  /// The same where the last look has all that was planned.
  public static List<Double> levels(double level, List<Integer> looks) {
    return levels(level, looks, looks.getLast());
  }

  /// What may be spent when `share` of the observations are there.
  private static double spentUntil(double share, double level) {
    double quantile = NORMAL.inverseSurvivalProbability(level / 2);
    return 2 * NORMAL.survivalProbability(quantile / Math.sqrt(share));
  }
}
