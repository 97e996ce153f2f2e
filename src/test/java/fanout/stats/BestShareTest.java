package fanout.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BestShareTest {
  private static final double[] FIVE = {50, 10, 12, 11, 14};

  @Test
  void isTheMeanOfTheBestThreeOfFive() {
    assertThat(BestShare.lowest(FIVE, BestShare.USUAL)).isEqualTo(11);
    assertThat(BestShare.highest(FIVE, BestShare.USUAL)).isCloseTo(76.0 / 3, within(1e-12));
  }

  @Test
  void roundsTheirNumberUp() {
    assertThat(BestShare.lowest(new double[] {3}, 0.6)).isEqualTo(3);
    assertThat(BestShare.lowest(new double[] {3, 1}, 0.6)).isEqualTo(2);
    assertThat(BestShare.lowest(new double[] {4, 1, 9}, 0.6)).isEqualTo(2.5);
    assertThat(BestShare.lowest(FIVE, 1)).isCloseTo(97.0 / 5, within(1e-12));
  }

  @Test
  void refusesNothingAtAll() {
    assertThatThrownBy(() -> BestShare.lowest(new double[0], 0.6))
        .hasMessage("The best share needs values and lies above 0, up to 1, got 0.6 of 0 values");
    assertThatThrownBy(() -> BestShare.highest(FIVE, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
