package fanout.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/// A mean with a standard error that neighbours helped to estimate, for tests of where the true
/// mean lies and for its interval.
///
/// @param mean of the observations
/// @param standardError of the mean; 0 where there is no spread at all
/// @param freedom degrees of freedom of the standard error; 0 where nothing can be told
/// @param observations how many there were
public record ModeratedMean(double mean, double standardError, double freedom, int observations) {

  /// The mean of paired differences.
  ///
  /// @param prior [VariancePrior#NONE] makes it Student's t test
  /// @throws IllegalArgumentException if there is no observation
  public static ModeratedMean of(double[] observations, VariancePrior prior) {
    double mean =
        Arrays.stream(observations)
            .average()
            .orElseThrow(() -> new IllegalArgumentException("A mean needs an observation"));
    var variance = prior.moderated(RowVariance.of(observations));
    return new ModeratedMean(
        mean,
        Math.sqrt(variance.variance() / observations.length),
        variance.freedom(),
        observations.length);
  }

  /// p-value of the t test that the true mean is at most `value`; small where it lies above. 1
  /// where nothing can be told.
  public double above(double value) {
    return freedom == 0 ? 1 : survival(mean - value);
  }

  /// p-value of the t test that the true mean is at least `value`, likewise.
  public double below(double value) {
    return freedom == 0 ? 1 : survival(value - mean);
  }

  /// p-value of the t test that the true mean is `value`, two-sided.
  public double apart(double value) {
    return Math.min(1, 2 * Math.min(above(value), below(value)));
  }

  /// Of observations that are logarithms of ratios: their geometric mean with its t interval.
  ///
  /// @param confidence of the interval, between 0 and 1
  public Estimate ratio(double confidence) {
    return new Estimate(Math.exp(mean), freedom == 0 ? null : interval(confidence), observations);
  }

  private Estimate.Interval interval(double confidence) {
    double half =
        TDistribution.of(freedom).inverseSurvivalProbability((1 - confidence) / 2) * standardError;
    return new Estimate.Interval(Math.exp(mean - half), Math.exp(mean + half));
  }

  /// Without spread there is no statistic: the observations are taken at their word.
  private double survival(double distance) {
    if (standardError == 0) {
      return distance > 0 ? 0 : 1;
    }
    return TDistribution.of(freedom).survivalProbability(distance / standardError);
  }
}
