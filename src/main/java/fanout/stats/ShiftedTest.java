package fanout.stats;

import java.util.Arrays;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.TTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/// One-sided tests of where the middle of paired differences lies, against a value that need not be
/// zero: a margin.
public final class ShiftedTest {
  private ShiftedTest() {}

  /// p-value of the t test that the mean is at most `value`; small where it lies above. 1 with
  /// fewer than two observations.
  public static double tAbove(double[] observations, double value) {
    return t(observations, value, AlternativeHypothesis.GREATER_THAN);
  }

  /// p-value of the t test that the mean is at least `value`; small where it lies below.
  public static double tBelow(double[] observations, double value) {
    return t(observations, value, AlternativeHypothesis.LESS_THAN);
  }

  /// p-value of the t test that the mean is `value`, two-sided.
  public static double tApart(double[] observations, double value) {
    return t(observations, value, AlternativeHypothesis.TWO_SIDED);
  }

  /// p-value of the signed-rank test that the middle is at most `value`; exact where no two
  /// distances from it are equal. 1 without an observation.
  public static double rankAbove(double[] observations, double value) {
    return rank(observations, value, AlternativeHypothesis.GREATER_THAN);
  }

  /// p-value of the signed-rank test that the middle is at least `value`, likewise.
  public static double rankBelow(double[] observations, double value) {
    return rank(observations, value, AlternativeHypothesis.LESS_THAN);
  }

  /// p-value of the signed-rank test that the middle is `value`, two-sided, likewise.
  public static double rankApart(double[] observations, double value) {
    return rank(observations, value, AlternativeHypothesis.TWO_SIDED);
  }

  private static double t(double[] observations, double value, AlternativeHypothesis alternative) {
    if (observations.length < 2) {
      return 1;
    }
    double first = observations[0];
    if (Arrays.stream(observations).allMatch(observation -> observation == first)) {
      return agrees(Double.compare(first, value), alternative) ? 0 : 1; // no spread: no statistic
    }
    return TTest.withDefaults().withMu(value).with(alternative).test(observations).getPValue();
  }

  private static boolean agrees(int comparison, AlternativeHypothesis alternative) {
    return switch (alternative) {
      case GREATER_THAN -> comparison > 0;
      case LESS_THAN -> comparison < 0;
      case TWO_SIDED -> comparison != 0;
    };
  }

  private static double rank(
      double[] observations, double value, AlternativeHypothesis alternative) {
    if (Arrays.stream(observations).allMatch(observation -> observation == value)) {
      return 1;
    }
    return WilcoxonSignedRankTest.withDefaults()
        .withMu(value)
        .with(alternative)
        .with(PValueMethod.EXACT)
        .test(observations)
        .getPValue();
  }
}
