package fanout.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WelchRatioTest {
  /// Worked by Welch's formulas and numerical integration of the t density: t = 2.12132 and 4.07548
  /// degrees of freedom give p = 0.09991 and an interval of 3 ± 3.89798.
  @Test
  void agreesWithWelchsFormulas() {
    var ratio = WelchRatio.of(exp(2, 4, 6, 8), exp(1, 2, 3));

    assertThat(Math.log(ratio.ratio())).isCloseTo(3, within(1e-12));
    assertThat(Math.log(ratio.low())).isCloseTo(-0.89798, within(2e-5));
    assertThat(Math.log(ratio.high())).isCloseTo(6.89798, within(2e-5));
    assertThat(ratio.pValue()).isCloseTo(0.09991, within(2e-5));
  }

  @Test
  void isReciprocalWhenTheSidesAreExchanged() {
    var ratio = WelchRatio.of(new double[] {1, 1.1, 1.3}, new double[] {2, 2.1});
    var exchanged = WelchRatio.of(new double[] {2, 2.1}, new double[] {1, 1.1, 1.3});

    assertThat(ratio.ratio() * exchanged.ratio()).isCloseTo(1, within(1e-12));
    assertThat(ratio.low() * exchanged.high()).isCloseTo(1, within(1e-12));
    assertThat(ratio.pValue()).isCloseTo(exchanged.pValue(), within(1e-12));
  }

  @Test
  void takesGroupsWithoutAnyNoiseAtTheirWord() {
    assertThat(WelchRatio.of(new double[] {2, 2}, new double[] {1, 1}))
        .isEqualTo(new WelchRatio(2, 2, 2, 0));
    assertThat(WelchRatio.of(new double[] {6, 6}, new double[] {6, 6}))
        .isEqualTo(new WelchRatio(1, 1, 1, 1));
  }

  @Test
  void refusesWhatHasNoVarianceOrNoLogarithm() {
    assertThatThrownBy(() -> WelchRatio.of(new double[] {1}, new double[] {1, 2}))
        .hasMessageContaining("two positive observations or more of each side, got: [1.0]");
    assertThatThrownBy(() -> WelchRatio.of(new double[] {1, 2}, new double[] {0, 2}))
        .hasMessageContaining("[0.0, 2.0]");
  }

  private static double[] exp(double... logarithms) {
    return Arrays.stream(logarithms).map(Math::exp).toArray();
  }
}
