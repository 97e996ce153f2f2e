package fanout.stats;

import org.apache.commons.statistics.inference.TTest;

/// Whether two things that were measured in pairs differ.
public final class PairedTest {
  private PairedTest() {}

  /// Two-sided p-value of the t test that the ratio `numerators[i] ÷ denominators[i]` is 1, on
  /// logarithms; 1 with fewer than two pairs, as nothing can be told then.
  ///
  /// @throws IllegalArgumentException if the arrays differ in length or a value is not positive
  public static double pValueOfRatio(double[] numerators, double[] denominators) {
    var ratio = Estimate.ofRatio(numerators, denominators);
    var interval = ratio.interval();
    if (interval == null) {
      return 1;
    }
    if (interval.low() == interval.high()) {
      return interval.contains(1) ? 1 : 0; // no spread at all: the t statistic is not defined
    }
    var logs = new double[numerators.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(numerators[i] / denominators[i]);
    }
    return TTest.withDefaults().test(logs).getPValue();
  }
}
