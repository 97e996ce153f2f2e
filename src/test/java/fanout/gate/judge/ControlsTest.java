package fanout.gate.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.gate.result.ControlFork;
import fanout.gate.result.ForkOrder;
import fanout.gate.result.GateRow;
import fanout.gate.result.GateRun;
import fanout.gate.result.ReferenceLoopPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

/// Whether a run's own controls let its numbers be believed.
class ControlsTest {
  private static final GateRow ROW = Gates.row("time", Mode.AverageTime, "ms/op");

  @Test
  void aControlThatMovedMakesTheRunInvalid() {
    var moved =
        referenceLoop(IntStream.range(0, 12).mapToDouble(i -> 1.02 + 0.001 * (i % 3)).toArray());

    var judgement = Judge.of(withReferenceLoop(moved, true));

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.INVALID);
    assertThat(judgement.controls())
        .singleElement()
        .extracting(JudgedControl::moved)
        .isEqualTo(true);
  }

  @Test
  void aControlThatOnlyTremblesLeavesTheRunValid() {
    var steady =
        referenceLoop(IntStream.range(0, 12).mapToDouble(i -> i % 2 == 0 ? 1.03 : 0.97).toArray());

    assertThat(Judge.of(withReferenceLoop(steady, true)).outcome()).isEqualTo(GateOutcome.PASSED);
  }

  /// Half a percent in every pair is as significant as can be, and a sixth of the margin.
  @Test
  void aControlThatMovesByATrifleLeavesTheRunValid() {
    var trifle =
        referenceLoop(IntStream.range(0, 12).mapToDouble(i -> 1.005 + 1e-4 * (i % 3)).toArray());

    var judgement = Judge.of(withReferenceLoop(trifle, true));

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(judgement.controls().getFirst().pValue()).isLessThan(1e-6);
  }

  /// By more than a ratio can say: it would be below the smallest number.
  @Test
  void aControlThatMovedBeyondAllBoundsMakesTheRunInvalid() {
    var moved =
        IntStream.rangeClosed(1, 12)
            .mapToObj(round ->
                new ReferenceLoopPair(
                    round,
                    ForkOrder.AB,
                    1e300,
                    1e-300 * round,
                    Gates.START,
                    Gates.START,
                    Gates.QUIET,
                    null))
            .toList();

    assertThat(Judge.of(withReferenceLoop(moved, true)).outcome()).isEqualTo(GateOutcome.INVALID);
  }

  @Test
  void controlsAreTestedOnceAtTheEnd() {
    var moved =
        referenceLoop(IntStream.range(0, 12).mapToDouble(i -> 1.02 + 0.001 * (i % 3)).toArray());

    var judgement = Judge.of(withReferenceLoop(moved, false));

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.UNDECIDED);
    assertThat(judgement.controls())
        .singleElement()
        .extracting(JudgedControl::pValue)
        .isEqualTo(1.0);
  }

  /// The second fork is 5 % slower than the pair's own; the discarded one would be 50 times slower.
  @Test
  void secondForksOfTheBaselineStandAgainstTheFirstOfTheirRound() {
    var pairs = Gates.pairs(0, Judged.level(24), Judged.ratios(24, 1.0));
    var controls = new ArrayList<ControlFork>();
    for (int round = 1; round <= 12; round++) {
      controls.add(control(round, 105 + 0.1 * (round % 3), null));
    }
    controls.add(control(13, 5000, "The host took away 9.0 %."));

    var judged =
        Controls.of(
            Gates.run(
                Gates.settings(24), List.of(ROW), pairs, controls, List.of(), List.of(), true));

    assertThat(judged).hasSize(1);
    var ratio = judged.getFirst().ratio();
    assertThat(ratio).isNotNull();
    assertThat(Objects.requireNonNull(ratio).observations()).isEqualTo(12);
    assertThat(ratio.value()).isCloseTo(1.051, within(1e-4));
    assertThat(judged.getFirst().moved()).isTrue();
    assertThat(judged.getFirst().name()).isEqualTo("A/A control, Work.time");
  }

  private static ControlFork control(int round, double score, @Nullable String voidReason) {
    return new ControlFork(
        0,
        round,
        ForkOrder.AB,
        Gates.fork("ms/op", score, Map.of()),
        Gates.START,
        Gates.START,
        Gates.QUIET,
        voidReason);
  }

  private static List<ReferenceLoopPair> referenceLoop(double... ratios) {
    return IntStream.range(0, ratios.length)
        .mapToObj(i ->
            new ReferenceLoopPair(
                i + 1,
                ForkOrder.AB,
                5e6,
                5e6 * ratios[i],
                Gates.START,
                Gates.START,
                Gates.QUIET,
                null))
        .toList();
  }

  private static GateRun withReferenceLoop(
      List<ReferenceLoopPair> referenceLoop, boolean complete) {
    return Gates.run(
        Gates.settings(24),
        List.of(ROW),
        Gates.pairs(0, Judged.level(24), Judged.ratios(24, 1.0)),
        List.of(),
        referenceLoop,
        List.of(),
        complete);
  }
}
