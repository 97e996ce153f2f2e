package fanout.gate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import fanout.gate.arm.BenchmarkRow;
import fanout.gate.arm.JmhOptions;
import fanout.gate.judge.Gates;
import fanout.gate.result.LookSettings;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

class GatePlanTest {
  @Test
  void rowsThatAreDecidedGiveTheirTimeUpToTwiceWhatFits() throws GateException {
    // A round: two forks of each row, one more of the controlled one, and the reference loop: 3 * 2
    // + 2.7 s. In 80 s fit nine of them: seven pairs, and two that may be discarded.
    assertThat(plan(Duration.ofHours(1), 0).mostPairs()).isEqualTo(24);
    assertThat(plan(Duration.ofSeconds(100), 20).mostPairs()).isEqualTo(14);
    assertThat(plan(Duration.ofSeconds(100), 20).describe().getFirst())
        .contains(" 7 pairs and what may be discarded fit ", ", up to 14 pairs.");
  }

  /// The pilots are kept, and the sentence says how to go on.
  @Test
  void whatTakesLongerThanWasPlannedIsToldWithTheBudgetThatFits() {
    assertThatExceptionOfType(GateException.class)
        .isThrownBy(() -> plan(Duration.ofSeconds(40), 0).mostPairs())
        .withMessage(
            "The pilots took longer than was planned: six pairs of 1 row take 52 s, pilots"
                + " included, and the budget is 40 s; --resume --budget 1m continues after the"
                + " pilots")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(GateException.Reason.TOO_LONG));
  }

  @Test
  void saysWhatThePairsFind() throws GateException {
    assertThat(plan(Duration.ofHours(1), 0).describe().getLast())
        .startsWith("24 find a slowdown of ")
        .contains("against a margin of 3 %")
        .contains("differ by 2.0 % (standard deviation, from the pilots)");
    // 24 pairs whose standard deviation is 6 %: beyond the margin of one row, t(0.0155) + t(0.1) of
    // 23 is 3.6 standard errors of 1.2 %; beyond nothing for 60, t(0.00026) + t(0.1) is 5.4 of
    // them.
    assertThat(MinimumDetectableEffect.slowdown(0.06 / Math.sqrt(2), LookSettings.of(24), 0.03, 1))
        .isCloseTo(0.077, within(0.002));
    assertThat(
            MinimumDetectableEffect.slowdown(0.06 / Math.sqrt(2), LookSettings.of(24), 0.03, 1000))
        .isCloseTo(0.084, within(0.004));
  }

  private static GatePlan plan(Duration budget, double spent) {
    var forks = DoubleStream.of(98, 100, 102).boxed().map(x -> List.of(x, x)).toList();
    var pilot =
        new Pilot(new BenchmarkRow("a.B.c", new TreeMap<>()), Mode.AverageTime, "us/op", forks, 2);
    return GatePlan.of(
        request(budget),
        new EtaEstimator(List.of(2.0), List.of(0), spent, () -> 0),
        List.of(pilot),
        spent);
  }

  private static GateRequest request(Duration budget) {
    return new GateRequest(
        List.of(), List.of(), List.of(), JmhOptions.none(), budget, Gates.settings(24));
  }
}
