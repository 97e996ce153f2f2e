package fanout.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShiftedTestTest {
  private static final double[] FIVE = {1, 2, 3, 4, 5};

  /// Mean 3, standard error 0.7071: t = (3 − 1.5) ÷ 0.7071 = 2.1213 with four degrees of freedom.
  @Test
  void tTestLooksAtTheDistanceFromTheValue() {
    assertThat(ShiftedTest.tAbove(FIVE, 1.5)).isCloseTo(0.05062, within(1e-4));
    assertThat(ShiftedTest.tBelow(FIVE, 4.5)).isCloseTo(0.05062, within(1e-4));
    assertThat(ShiftedTest.tBelow(FIVE, 1.5)).isCloseTo(1 - 0.05062, within(1e-4));
    assertThat(ShiftedTest.tApart(FIVE, 1.5)).isCloseTo(2 * 0.05062, within(2e-4));
    assertThat(ShiftedTest.tAbove(FIVE, 3)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void tTestWithoutSpreadTakesTheObservationsAtTheirWord() {
    double[] equal = {2, 2, 2};

    assertThat(ShiftedTest.tAbove(equal, 1)).isZero();
    assertThat(ShiftedTest.tAbove(equal, 2)).isEqualTo(1);
    assertThat(ShiftedTest.tBelow(equal, 1)).isEqualTo(1);
    assertThat(ShiftedTest.tBelow(equal, 3)).isZero();
    assertThat(ShiftedTest.tApart(equal, 2)).isEqualTo(1);
    assertThat(ShiftedTest.tApart(equal, 2.5)).isZero();
  }

  @Test
  void oneObservationTellsNothing() {
    assertThat(ShiftedTest.tAbove(new double[] {9}, 0)).isEqualTo(1);
  }

  /// All of six on one side is one of 2⁶ equally likely patterns; with the smallest of them on the
  /// other side two patterns are as extreme.
  @Test
  void signedRankTestIsExact() {
    assertThat(ShiftedTest.rankAbove(new double[] {1, 2, 3, 4, 5, 6}, 0.5))
        .isCloseTo(1.0 / 64, within(1e-12));
    assertThat(ShiftedTest.rankAbove(new double[] {-0.5, 2, 3, 4, 5, 6}, 0))
        .isCloseTo(2.0 / 64, within(1e-12));
    assertThat(ShiftedTest.rankBelow(new double[] {1, 2, 3, 4, 5, 6}, 6.7))
        .isCloseTo(1.0 / 64, within(1e-12));
    assertThat(ShiftedTest.rankBelow(new double[] {1, 2, 3, 4, 5, 6}, 0)).isEqualTo(1);
  }

  @Test
  void signedRankTestOfTies() {
    assertThat(ShiftedTest.rankAbove(new double[] {2, 2, 2, 2, 2, 2}, 1)).isLessThan(0.05);
    assertThat(ShiftedTest.rankAbove(new double[] {2, 2, 2, 2, 2, 2}, 2)).isEqualTo(1);
  }

  /// Walsh averages of 1, 2 and 9: 1, 1.5, 2, 5, 5.5, 9; the middle of them is 3.5.
  @Test
  void middleIsTheMedianOfTheWalshAverages() {
    assertThat(HodgesLehmann.of(9, 1, 2)).isEqualTo(3.5);
    assertThat(HodgesLehmann.of(4)).isEqualTo(4);
    assertThat(HodgesLehmann.of(1, 2)).isEqualTo(1.5);
    assertThat(HodgesLehmann.of(1, 1, 1, 1, 1, 1, 1, 1, 100)).isEqualTo(1);
  }

  /// t(97.5 %) is 2.365 with 7 degrees of freedom and 2.306 with 8: 2.306 ÷ √9 = 0.769 is the first
  /// below 0.8 standard deviations, as 2.365 ÷ √8 = 0.836.
  @Test
  void forecastsHowManyAreNeeded() {
    assertThat(Forecast.observations(0.8, 1, 0.025)).hasValue(9);
    assertThat(Forecast.observations(0.8, 0, 0.025)).hasValue(2);
    assertThat(Forecast.observations(0.001, 1, 0.025)).isEmpty();
  }
}
