package fanout.gate.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IterationScoresTest {
  @Test
  void oneStrayIterationDoesNotMoveTheMedian() {
    assertThat(median(3.0, 100.0, 1.0)).isEqualTo(3);
    assertThat(median(100.0, 3.0, 1.0, 2.0)).isEqualTo(2.5);
  }

  /// The sum of the two in the middle would be infinite, and half of the smallest number is 0.
  @Test
  void theMedianIsAsFiniteAndAsPositiveAsTheValues() {
    assertThat(median(1.7e308, 1.7e308)).isEqualTo(1.7e308);
    assertThat(median(Double.MIN_VALUE, Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    assertThat(median(0.0, Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE / 2);
  }

  private static double median(Double... values) {
    return new IterationScores("ms/op", List.of(values)).median();
  }
}
