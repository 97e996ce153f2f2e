package fanout.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
  @Test
  void adjustsTheTextbookExample() {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") is 0.03 0.06 0.06 0.02
    assertThat(Holm.adjusted(0.01, 0.04, 0.03, 0.005))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
  }

  @Test
  void neverExceedsOneAndMayBeEmpty() {
    assertThat(Holm.adjusted(0.6, 0.7)).containsExactly(1, 1);
    assertThat(Holm.adjusted()).isEmpty();
  }

  @Test
  void pairedTestIsTheTTestOfLogRatios() {
    // log ratios 0.1, 0.2, 0.3: mean 0.2, standard error 0.057735, t = 3.4641, two-sided p = 0.0742
    var numerators = new double[] {Math.exp(0.1), Math.exp(0.2), Math.exp(0.3)};

    assertThat(PairedTest.pValueOfRatio(numerators, new double[] {1, 1, 1}))
        .isCloseTo(0.0742, within(1e-4));
  }

  @Test
  void pairedTestTellsNothingFromOnePair() {
    assertThat(PairedTest.pValueOfRatio(new double[] {9}, new double[] {1})).isEqualTo(1);
  }

  @Test
  void pairedTestOfRatiosWithoutSpread() {
    assertThat(PairedTest.pValueOfRatio(new double[] {2, 2}, new double[] {2, 2})).isEqualTo(1);
    assertThat(PairedTest.pValueOfRatio(new double[] {4, 4}, new double[] {2, 2})).isZero();
  }
}
