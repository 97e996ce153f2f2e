package fanout.gate.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.gate.result.IterationScores;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

class ForkStatisticTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final IterationScores FIVE =
      new IterationScores("ms/op", List.of(9.0, 1.0, 2.0, 4.0, 3.0));

  @Test
  void aForkStandsForItsBestIterationsWhereTheyRepeatOneThing() {
    assertThat(of(Mode.AverageTime)).isCloseTo((1 + 2 + 3) / 3.0, CLOSE);
    assertThat(of(Mode.Throughput)).isCloseTo((9 + 4 + 3) / 3.0, CLOSE);
    assertThat(of(Mode.SampleTime)).isCloseTo(3, CLOSE);
    assertThat(of(Mode.SingleShotTime)).isCloseTo(3, CLOSE);
    assertThat(ForkStatistic.MEAN.of(FIVE)).isCloseTo(19 / 5.0, CLOSE);
  }

  /// Their sum would be more than there is.
  @Test
  void isAsFiniteAsTheIterations() {
    var huge = new IterationScores("ms/op", List.of(Double.MAX_VALUE, Double.MAX_VALUE));

    for (var statistic : ForkStatistic.values()) {
      assertThat(statistic.of(huge)).isFinite();
    }
  }

  private static double of(Mode mode) {
    return ForkStatistic.of(Gates.row("row", mode, "ms/op")).of(FIVE);
  }
}
