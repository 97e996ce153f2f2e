package fanout.gate.run;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.result.GateFork;
import fanout.gate.result.IterationScores;
import fanout.measure.JmhMetric;
import fanout.measure.JmhRun;
import fanout.measure.TimeDistribution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredForkTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  /// The 198th of 200 times of two iterations, each of which has another one at its own 99 %.
  @Test
  void theTailIsThatOfAllTimesOfAFork() throws Exception {
    var fast = TimeDistribution.of(Map.of(1.0, 96L, 2.0, 4L));
    var slow = TimeDistribution.of(Map.of(1.0, 97L, 3.0, 1L, 4.0, 1L, 5.0, 1L));

    assertThat(fork(fast, slow).secondary())
        .containsEntry(GateFork.P99, new IterationScores("ms/op", List.of(3.0)));
  }

  @Test
  void ninetyNineTimesHaveNoTail() throws Exception {
    assertThat(fork(TimeDistribution.of(Map.of(1.0, 99L))).secondary()).isEmpty();
    assertThat(fork(TimeDistribution.of(Map.of(1.0, 100L))).secondary()).containsKey(GateFork.P99);
  }

  @Test
  void whatIsNotSampledHasNoTail() throws Exception {
    assertThat(fork().secondary()).isEmpty();
  }

  private static GateFork fork(TimeDistribution... iterations) throws Exception {
    var means = List.of(iterations).stream().map(TimeDistribution::mean).toList();
    var primary =
        new JmhMetric(
            "ms/op",
            List.of(means.isEmpty() ? List.of(1.0) : means),
            means.isEmpty() ? List.of() : List.of(List.of(iterations)));
    var run = new JmhRun("1.37", "demo.Work.time", "sample", 1, 1, Map.of(), primary, Map.of());
    return MeasuredFork.of(run, NOW, NOW);
  }
}
