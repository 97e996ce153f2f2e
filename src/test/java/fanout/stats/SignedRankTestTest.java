package fanout.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SignedRankTestTest {
  /// All of six on one side is one of 2⁶ equally likely patterns; with the smallest of them on the
  /// other side two patterns are as extreme.
  @Test
  void signedRankTestIsExact() {
    assertThat(SignedRankTest.above(new double[] {1, 2, 3, 4, 5, 6}, 0.5))
        .isCloseTo(1.0 / 64, within(1e-12));
    assertThat(SignedRankTest.above(new double[] {-0.5, 2, 3, 4, 5, 6}, 0))
        .isCloseTo(2.0 / 64, within(1e-12));
    assertThat(SignedRankTest.below(new double[] {1, 2, 3, 4, 5, 6}, 6.7))
        .isCloseTo(1.0 / 64, within(1e-12));
    assertThat(SignedRankTest.below(new double[] {1, 2, 3, 4, 5, 6}, 0)).isEqualTo(1);
  }

  @Test
  void signedRankTestOfTies() {
    assertThat(SignedRankTest.above(new double[] {2, 2, 2, 2, 2, 2}, 1)).isLessThan(0.05);
    assertThat(SignedRankTest.above(new double[] {2, 2, 2, 2, 2, 2}, 2)).isEqualTo(1);
  }

  /// Walsh averages of 1, 2 and 9: 1, 1.5, 2, 5, 5.5, 9; the middle of them is 3.5.
  @Test
  void middleIsTheMedianOfTheWalshAverages() {
    assertThat(HodgesLehmann.of(9, 1, 2)).isEqualTo(3.5);
    assertThat(HodgesLehmann.of(4)).isEqualTo(4);
    assertThat(HodgesLehmann.of(1, 2)).isEqualTo(1.5);
    assertThat(HodgesLehmann.of(1, 1, 1, 1, 1, 1, 1, 1, 100)).isEqualTo(1);
  }

  /// SciPy: (t.isf(0.025, n − 1) + t.isf(0.1, n − 1)) ÷ √n is 0.7079 for 23 and 0.6916 for 24.
  @Test
  void forecastsHowManyShowADistanceInNineCasesOfTen() {
    assertThat(Forecast.observations(0.70, 1, 0.025)).hasValue(24);
    assertThat(Forecast.observations(1.40, 2, 0.025)).hasValue(24);
    assertThat(Forecast.observations(0.8, 0, 0.025)).hasValue(2);
    assertThat(Forecast.observations(0.001, 1, 0.025)).isEmpty();
  }

  @Test
  void forecastsTheDistanceThatANumberShowsInNineCasesOfTen() {
    assertThat(Forecast.distance(24, 1, 0.025)).isCloseTo(0.6915966601, within(1e-8));
    assertThat(Forecast.distance(24, 3, 0.025)).isCloseTo(3 * 0.6915966601, within(1e-8));
  }
}
