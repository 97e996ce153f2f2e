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
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

/// Whether a run's own controls let its numbers be believed.
class ControlsTest {
  private static final GateRow ROW = Gates.row("time", Mode.AverageTime, "ms/op");

  @Test
  void aSpeedThatWalksMakesTheRunInvalid() {
    var walking = referenceLoop(i -> 1 + 9 * i / 24.0, i -> i % 2 == 0 ? 1.03 : 0.97);

    var judgement = Judge.of(withReferenceLoop(walking, true));

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.INVALID);
    assertThat(judgement.controls())
        .filteredOn(JudgedControl::moved)
        .singleElement()
        .extracting(JudgedControl::name)
        .isEqualTo("reference loop, scatter from round to round");
  }

  /// Each round at a speed of its own, by 3 %: the pairs of a round share it.
  @Test
  void aSpeedThatTremblesLeavesTheRunValid() {
    var trembling = referenceLoop(i -> i % 3 == 0 ? 1.03 : 1, i -> i % 2 == 0 ? 1.001 : 0.999);

    var judgement = Judge.of(withReferenceLoop(trembling, true));

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(judgement.controls().getLast().pValue()).isLessThan(1e-6);
  }

  /// As far as the two runs of a round lie apart, rounds may do too.
  @Test
  void aMachineThatScattersInEveryRoundLeavesTheRunValid() {
    var scattering = referenceLoop(i -> i % 2 == 0 ? 1.12 : 0.9, i -> i % 4 < 2 ? 1.25 : 0.8);

    var judgement = Judge.of(withReferenceLoop(scattering, true));

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(judgement.controls().getLast().pValue()).isGreaterThan(Controls.LEVEL);
  }

  /// By more than a ratio can say: it would be below the smallest number.
  @Test
  void whatScattersBeyondAllBoundsMakesTheRunInvalid() {
    var wild = referenceLoop(_ -> 1e290, i -> 1e-300 * (1 + i * i));

    assertThat(Judge.of(withReferenceLoop(wild, true)).outcome()).isEqualTo(GateOutcome.INVALID);
  }

  @Test
  void controlsAreTestedOnceAtTheEnd() {
    var walking = referenceLoop(i -> 1 + 9 * i / 24.0, i -> i % 2 == 0 ? 1.03 : 0.97);

    var judgement = Judge.of(withReferenceLoop(walking, false));

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.UNDECIDED);
    assertThat(judgement.controls())
        .hasSize(2)
        .allSatisfy(control -> assertThat(control.pValue()).isEqualTo(1.0));
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

  /// @param speeds of each round
  /// @param ratios of its two runs
  private static List<ReferenceLoopPair> referenceLoop(
      IntToDoubleFunction speeds, IntToDoubleFunction ratios) {
    return IntStream.range(0, 24)
        .mapToObj(i ->
            new ReferenceLoopPair(
                i + 1,
                ForkOrder.AB,
                5e6 * speeds.applyAsDouble(i),
                5e6 * speeds.applyAsDouble(i) * ratios.applyAsDouble(i),
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
