package fanout.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class ModeratedMeanTest {
  private static final double[] FIVE = {1, 2, 3, 4, 5};

  /// Mean 3, standard error 0.7071: t = (3 − 1.5) ÷ 0.7071 = 2.1213 with four degrees of freedom.
  @Test
  void isStudentsTestWithoutAPrior() {
    var mean = ModeratedMean.of(FIVE, VariancePrior.NONE);

    assertThat(mean.above(1.5)).isCloseTo(0.05062, within(1e-4));
    assertThat(mean.below(4.5)).isCloseTo(0.05062, within(1e-4));
    assertThat(mean.below(1.5)).isCloseTo(1 - 0.05062, within(1e-4));
    assertThat(mean.apart(1.5)).isCloseTo(2 * 0.05062, within(2e-4));
    assertThat(mean.above(3)).isCloseTo(0.5, within(1e-12));
  }

  /// Variance (6 × 1.5 + 4 × 2.5) ÷ 10 = 1.9, standard error 0.61644; SciPy: t.sf(1.5 ÷ 0.61644,
  /// 10).
  @Test
  void aPriorLendsItsVarianceAndDegreesOfFreedom() {
    var mean = ModeratedMean.of(FIVE, new VariancePrior(6, 1.5));

    assertThat(mean.standardError()).isCloseTo(0.6164414003, within(1e-9));
    assertThat(mean.freedom()).isEqualTo(10);
    assertThat(mean.above(1.5)).isCloseTo(0.01762469372, within(1e-9));
    assertThat(mean.below(4.5)).isCloseTo(0.01762469372, within(1e-9));
    assertThat(mean.below(1.5)).isCloseTo(1 - 0.01762469372, within(1e-9));
    assertThat(mean.apart(4.5)).isCloseTo(2 * 0.01762469372, within(1e-9));
  }

  @Test
  void intervalOfARatioIsThatOfTheTest() {
    var ratio = ModeratedMean.of(FIVE, new VariancePrior(6, 1.5)).ratio(0.95);
    var interval = Objects.requireNonNull(ratio.interval());

    assertThat(ratio.value()).isCloseTo(Math.exp(3), within(1e-9));
    assertThat(interval.low()).isCloseTo(Math.exp(3 - 1.37351703397), within(1e-6));
    assertThat(interval.high()).isCloseTo(Math.exp(3 + 1.37351703397), within(1e-4));
  }

  @Test
  void withoutSpreadTheObservationsAreTakenAtTheirWord() {
    var equal = ModeratedMean.of(new double[] {2, 2, 2}, VariancePrior.NONE);

    assertThat(equal.above(1)).isZero();
    assertThat(equal.above(2)).isEqualTo(1);
    assertThat(equal.below(3)).isZero();
    assertThat(equal.apart(2)).isEqualTo(1);
    assertThat(equal.apart(2.5)).isZero();
  }

  @Test
  void oneObservationTellsNothing() {
    var one = ModeratedMean.of(new double[] {9}, new VariancePrior(20, 1));

    assertThat(one.above(0)).isEqualTo(1);
    assertThat(one.ratio(0.95).interval()).isNull();
    assertThatThrownBy(() -> ModeratedMean.of(new double[0], VariancePrior.NONE))
        .hasMessage("A mean needs an observation");
  }
}
