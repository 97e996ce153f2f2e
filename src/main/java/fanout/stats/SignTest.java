package fanout.stats;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/// Whether more pairs go one way than chance allows: for counts, whose distances mean nothing.
public final class SignTest {
  private SignTest() {}

  /// Exact one-sided p-value that both ways are equally likely; small where most pairs went the way
  /// of `favourable`. Pairs without a difference say nothing and are not counted.
  ///
  /// @param favourable pairs with a difference that way
  /// @param opposed pairs with a difference the other way
  public static double pValue(int favourable, int opposed) {
    int differing = favourable + opposed;
    return differing == 0
        ? 1
        : BinomialTest.withDefaults()
            .with(AlternativeHypothesis.GREATER_THAN)
            .test(differing, favourable, 0.5)
            .getPValue();
  }
}
