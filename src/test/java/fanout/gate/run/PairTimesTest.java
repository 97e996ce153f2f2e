package fanout.gate.run;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.judge.Gates;
import fanout.gate.result.ForkOrder;
import fanout.gate.result.GateFork;
import fanout.gate.result.IterationScores;
import fanout.gate.result.Pair;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

class PairTimesTest {
  /// The second fork of the baseline took 1.5 s more, and is none of the pair's.
  @Test
  void forksOfAControlledRowTakeWhatEachOfThemTook() {
    var pair =
        new Pair(
            0,
            1,
            ForkOrder.AB,
            fork(1_000),
            fork(2_000),
            Gates.START,
            Gates.START.plusMillis(4_500),
            Gates.QUIET,
            null);
    var rows =
        List.of(
            Gates.row("measured", Mode.AverageTime, "ms/op"),
            Gates.row("toCome", Mode.AverageTime, "ms/op"));

    assertThat(PairTimes.forkSeconds(Gates.run(Gates.settings(6), rows, List.of(pair))))
        .containsExactly(1.5, 3.0);
  }

  private static GateFork fork(long millis) {
    return new GateFork(
        new IterationScores("ms/op", List.of(1.0)),
        new TreeMap<>(),
        Gates.START,
        Gates.START.plusMillis(millis));
  }
}
