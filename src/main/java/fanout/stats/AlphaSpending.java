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

  /// The level of each look; their sum is `level`, so that they keep it however the looks depend on
  /// each other. The last look takes all that is left.
  ///
  /// @param level one-sided, of all looks together
  /// @param looks numbers of observations, rising
  public static List<Double> levels(double level, List<Integer> looks) {
    double end = looks.getLast();
    var levels = new double[looks.size()];
    double spent = 0;
    for (int i = 0; i < levels.length; i++) {
      double until = i == levels.length - 1 ? level : spentUntil(looks.get(i) / end, level);
      levels[i] = until - spent;
      spent = until;
    }
    return Arrays.stream(levels).boxed().toList();
  }

  /// What may be spent when `share` of the observations are there.
  private static double spentUntil(double share, double level) {
    double quantile = NORMAL.inverseSurvivalProbability(level / 2);
    return 2 * NORMAL.survivalProbability(quantile / Math.sqrt(share));
  }
}
