package fanout.stats;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.statistics.descriptive.Variance;

/// How much the observations of one row scatter.
///
/// @param variance around their mean
/// @param freedom degrees of freedom that it rests on; 0 where there are fewer than two
///   observations
public record RowVariance(double variance, double freedom) {
  public RowVariance {
    if (!(variance >= 0 && freedom >= 0)) {
      throw new IllegalArgumentException(
          "A variance and its degrees of freedom must not be negative, got %s with %s"
              .formatted(variance, freedom));
    }
  }

  public static RowVariance of(double... observations) {
    return observations.length < 2
        ? new RowVariance(0, 0)
        : new RowVariance(Variance.of(observations).getAsDouble(), observations.length - 1.0);
  }

  /// An estimate of the logarithm of the true variance that errs to neither side.
  ///
  /// @param floor what a smaller variance is taken for; positive
  double unbiasedLogarithm(double floor) {
    return Math.log(Math.max(variance, floor)) - Digamma.value(freedom / 2) + Math.log(freedom / 2);
  }
}
