package fanout.stats;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// A number that was observed a few times, and where its true value lies: forks of one scenario, or
/// pairs of forks.
///
/// @param value the mean, or the geometric mean of a ratio
/// @param interval the 95 % t interval; null with fewer than two observations
/// @param observations how many there were
public record Estimate(double value, @Nullable Interval interval, int observations) {
  /// Of the intervals that are printed.
  public static final double CONFIDENCE = 0.95;

  /// From `low` to `high`, both included.
  public record Interval(double low, double high) {
    public boolean contains(double value) {
      return low <= value && value <= high;
    }

    private Interval exponential() {
      return new Interval(Math.exp(low), Math.exp(high));
    }
  }

  /// The mean of independent observations.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Estimate ofMean(double... observations) {
    return ofMean(observations, CONFIDENCE);
  }

  /// The mean with a t interval of the given confidence, between 0 and 1.
  ///
  /// @throws IllegalArgumentException if there is no observation
  public static Estimate ofMean(double[] observations, double confidence) {
    if (observations.length == 0) {
      throw new IllegalArgumentException("A mean needs at least one observation");
    }
    var statistics = DoubleStatistics.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION);
    Arrays.stream(observations).forEach(statistics);
    double mean = statistics.getAsDouble(Statistic.MEAN);
    if (observations.length == 1) {
      return new Estimate(mean, null, 1);
    }
    double standardError =
        statistics.getAsDouble(Statistic.STANDARD_DEVIATION) / Math.sqrt(observations.length);
    double quantile =
        TDistribution.of(observations.length - 1.0)
            .inverseSurvivalProbability((1 - confidence) / 2);
    double half = quantile * standardError;
    return new Estimate(mean, new Interval(mean - half, mean + half), observations.length);
  }

  /// The geometric mean of paired ratios `numerators[i] ÷ denominators[i]`, with the t interval of
  /// their logarithms.
  ///
  /// @throws IllegalArgumentException if the arrays are empty or differ in length, or a value is
  ///   not positive
  public static Estimate ofRatio(double[] numerators, double[] denominators) {
    return ofRatio(numerators, denominators, CONFIDENCE);
  }

  /// The same with an interval of the given confidence, between 0 and 1.
  public static Estimate ofRatio(double[] numerators, double[] denominators, double confidence) {
    if (numerators.length != denominators.length) {
      throw new IllegalArgumentException(
          "A ratio needs pairs, got "
              + numerators.length
              + " numerators and "
              + denominators.length
              + " denominators");
    }
    var logs = new double[numerators.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = logarithm(numerators[i]) - logarithm(denominators[i]);
    }
    return ofLogRatios(logs, confidence);
  }

  /// The geometric mean of ratios that are given as their logarithms, with their t interval of the
  /// given confidence, between 0 and 1.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Estimate ofLogRatios(double[] logs, double confidence) {
    var mean = ofMean(logs, confidence);
    return new Estimate(
        Math.exp(mean.value()),
        mean.interval() == null ? null : mean.interval().exponential(),
        mean.observations());
  }

  private static double logarithm(double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException("A ratio needs positive values, got: " + value);
    }
    return Math.log(value);
  }
}
