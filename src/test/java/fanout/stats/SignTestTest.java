package fanout.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SignTestTest {
  /// Of 2²⁴ equally likely patterns 25 have at most one pair the other way.
  @Test
  void countsPatterns() {
    assertThat(SignTest.pValue(23, 1)).isCloseTo(25 / Math.pow(2, 24), within(1e-15));
    assertThat(SignTest.pValue(6, 0)).isCloseTo(1.0 / 64, within(1e-12));
    assertThat(SignTest.pValue(1, 2)).isCloseTo(7.0 / 8, within(1e-12));
    assertThat(SignTest.pValue(0, 6)).isEqualTo(1);
  }

  @Test
  void pairsWithoutADifferenceSayNothing() {
    assertThat(SignTest.pValue(0, 0)).isEqualTo(1);
  }
}
