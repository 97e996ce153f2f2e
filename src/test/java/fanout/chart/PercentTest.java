package fanout.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentTest {
  @Test
  void givesAChangeItsSignAndNothingNone() {
    assertThat(Percent.change(0.071)).isEqualTo("+7.1 %");
    assertThat(Percent.change(-0.0123)).isEqualTo("-1.2 %");
    assertThat(Percent.change(-0.0001)).isEqualTo("0.0 %");
    assertThat(Percent.range(-0.012, 0.0004)).isEqualTo("-1.2 to 0.0 %");
  }

  @Test
  void roundsSharesToOneDecimalOrNone() {
    assertThat(Percent.text(0.03)).isEqualTo("3.0 %");
    assertThat(Percent.whole(0.974)).isEqualTo("97 %");
  }

  @Test
  void anUnboundedSlowdownIsAny() {
    assertThat(Percent.text(Double.POSITIVE_INFINITY)).isEqualTo("any %");
  }
}
