package fanout.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import fanout.stats.Estimate.Interval;
import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void meanOfFiveHasTheTextbookInterval() {
    // sd = 1.5811, standard error = 0.70711, t(4, 97.5 %) = 2.776445
    var estimate = Estimate.ofMean(1, 2, 3, 4, 5);

    assertThat(estimate.value()).isEqualTo(3);
    assertThat(estimate.observations()).isEqualTo(5);
    assertThat(low(estimate)).isCloseTo(3 - 1.963243, within(1e-5));
    assertThat(high(estimate)).isCloseTo(3 + 1.963243, within(1e-5));
  }

  @Test
  void oneObservationHasNoInterval() {
    assertThat(Estimate.ofMean(7)).isEqualTo(new Estimate(7, null, 1));
  }

  @Test
  void equalObservationsHaveAnIntervalOfNoWidth() {
    assertThat(Estimate.ofMean(2, 2, 2)).isEqualTo(new Estimate(2, new Interval(2, 2), 3));
  }

  @Test
  void ratioIsTheGeometricMeanOfThePairs() {
    // ratios 1/2 and 2: logs -0.6931 and 0.6931, standard error 0.6931, t(1, 97.5 %) = 12.7062
    var ratio = Estimate.ofRatio(new double[] {1, 4}, new double[] {2, 2});

    assertThat(ratio.value()).isCloseTo(1, within(1e-12));
    assertThat(Math.log(high(ratio))).isCloseTo(12.7062 * 0.693147, within(1e-3));
    assertThat(low(ratio)).isCloseTo(1 / high(ratio), within(1e-12));
  }

  @Test
  void pairingTakesOutWhatBothHalvesShare() {
    var ratio = Estimate.ofRatio(new double[] {2, 20, 200}, new double[] {1, 10, 100});

    assertThat(ratio.value()).isCloseTo(2, within(1e-12));
    assertThat(low(ratio)).isCloseTo(2, within(1e-9));
    assertThat(high(ratio)).isCloseTo(2, within(1e-9));
  }

  @Test
  void moreConfidenceNeedsAWiderInterval() {
    assertThat(high(Estimate.ofMean(new double[] {1, 2, 3}, 0.99)))
        .isGreaterThan(high(Estimate.ofMean(1, 2, 3)));
  }

  @Test
  void refusesWhatHasNoMeanOrNoRatio() {
    assertThatIllegalArgumentException().isThrownBy(() -> Estimate.ofMean());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.ofRatio(new double[] {1}, new double[] {1, 2}))
        .withMessageContaining("1 numerators and 2 denominators");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.ofRatio(new double[] {1}, new double[] {0}))
        .withMessageContaining("got: 0.0");
  }

  private static double low(Estimate estimate) {
    return interval(estimate).low();
  }

  private static double high(Estimate estimate) {
    return interval(estimate).high();
  }

  private static Interval interval(Estimate estimate) {
    var interval = estimate.interval();
    assertThat(interval).isNotNull();
    return java.util.Objects.requireNonNull(interval);
  }
}
