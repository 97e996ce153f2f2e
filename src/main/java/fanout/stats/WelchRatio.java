package fanout.stats;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.apache.commons.statistics.distribution.TDistribution;

/// How one group of observations stands to another that is not paired with it: Welch's t test and
/// interval on logarithms.
///
/// @param ratio geometric mean of the numerators ÷ that of the denominators
/// @param low lower end of the 95 % interval
/// @param high upper end
/// @param pValue two-sided, of the hypothesis that the ratio is 1
/// @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch 1947</a>
public record WelchRatio(double ratio, double low, double high, double pValue) {

  /// The ratio of the geometric means of two groups.
  ///
  /// @throws IllegalArgumentException if a group has fewer than two observations, or one that is
  ///   not positive
  public static WelchRatio of(double[] numerators, double[] denominators) {
    var a = Group.of(numerators);
    var b = Group.of(denominators);
    double difference = a.mean - b.mean;
    double variance = a.variance + b.variance;
    if (variance == 0) {
      double ratio = Math.exp(difference);
      return new WelchRatio(ratio, ratio, ratio, difference == 0 ? 1 : 0);
    }
    double error = Math.sqrt(variance);
    double freedom =
        variance
            * variance
            / (a.variance * a.variance / (a.size - 1) + b.variance * b.variance / (b.size - 1));
    var t = TDistribution.of(freedom);
    double half = t.inverseSurvivalProbability((1 - Estimate.CONFIDENCE) / 2) * error;
    double pValue = Math.min(1, 2 * t.survivalProbability(Math.abs(difference) / error));
    return new WelchRatio(
        Math.exp(difference), Math.exp(difference - half), Math.exp(difference + half), pValue);
  }

  /// @param variance of the mean
  private record Group(double mean, double variance, int size) {
    static Group of(double[] observations) {
      if (observations.length < 2 || Arrays.stream(observations).anyMatch(value -> !(value > 0))) {
        throw new IllegalArgumentException(
            "A ratio needs two positive observations or more of each side, got: "
                + Arrays.toString(observations));
      }
      var statistics = DoubleStatistics.of(Statistic.MEAN, Statistic.VARIANCE);
      Arrays.stream(observations).map(Math::log).forEach(statistics);
      return new Group(
          statistics.getAsDouble(Statistic.MEAN),
          statistics.getAsDouble(Statistic.VARIANCE) / observations.length,
          observations.length);
    }
  }
}
