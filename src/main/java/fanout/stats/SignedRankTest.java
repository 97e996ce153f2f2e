package fanout.stats;

import java.util.Arrays;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/// Wilcoxon's test of where the middle of paired differences lies, against a value that need not be
/// zero: a margin. Exact where no two distances from it are equal.
public final class SignedRankTest {
  private SignedRankTest() {}

  /// p-value that the middle is at most `value`; small where it lies above. 1 without an
  /// observation.
  public static double above(double[] observations, double value) {
    return pValue(observations, value, AlternativeHypothesis.GREATER_THAN);
  }

  /// p-value that the middle is at least `value`, likewise.
  public static double below(double[] observations, double value) {
    return pValue(observations, value, AlternativeHypothesis.LESS_THAN);
  }

  /// p-value that the middle is `value`, two-sided, likewise.
  public static double apart(double[] observations, double value) {
    return pValue(observations, value, AlternativeHypothesis.TWO_SIDED);
  }

  private static double pValue(
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
