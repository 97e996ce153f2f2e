package fanout.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {
  /// 1 − 0.05^(1 ÷ 30).
  @Test
  void noneOfThirtyIsAtMostNineAndAHalfPercent() {
    assertThat(new Proportion(0, 30).atMost()).isCloseTo(0.0950338529, within(1e-9));
    assertThat(new Proportion(0, 30).atLeast()).isZero();
  }

  @Test
  void allOfEightIsAtLeastTwoThirds() {
    assertThat(new Proportion(8, 8).atLeast()).isCloseTo(0.6876560220, within(1e-9));
    assertThat(new Proportion(8, 8).atMost()).isEqualTo(1);
  }

  /// SciPy: beta.ppf(0.95, 4, 47) and beta.ppf(0.05, 3, 48).
  @Test
  void someLieBetween() {
    var some = new Proportion(3, 50);

    assertThat(some.value()).isCloseTo(0.06, within(1e-12));
    assertThat(some.atMost()).isCloseTo(0.1478371764, within(1e-9));
    assertThat(some.atLeast()).isCloseTo(0.0165518592, within(1e-9));
  }

  @Test
  void refusesMoreHitsThanTrials() {
    assertThatThrownBy(() -> new Proportion(4, 3))
        .hasMessage("A proportion needs a trial or more and no more hits than trials, got 4 of 3");
  }
}
