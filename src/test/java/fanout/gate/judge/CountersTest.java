package fanout.gate.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.gate.result.ControlFork;
import fanout.gate.result.CounterRule;
import fanout.gate.result.ForkOrder;
import fanout.gate.result.GateFork;
import fanout.gate.result.GateRow;
import fanout.gate.result.GateRun;
import fanout.gate.result.IterationScores;
import fanout.gate.result.Pair;
import fanout.gate.result.ReferenceLoopPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

/// CPU time, counters and controls beside the wall time.
class CountersTest {
  private static final GateRow ROW = Gates.row("time", Mode.AverageTime, "ms/op");
  private static final CounterRule REQUESTS = new CounterRule("requests", 0);

  @Test
  void judgesCpuTimeBesideWallTime() {
    var row = judge(GateFork.CPU, "ns/op", constant(100), ratios(1.10), CounterRule.ALLOCATED);

    assertThat(labels(row)).containsExactly("wall same", "CPU regressed");
    assertThat(row.verdict()).isEqualTo(new Verdict.Regressed());
    assertThat(row.notes())
        .containsExactly(
            "The counter cost.alloc is not judged: it is not in every fork, or the arms count it in different units.");
  }

  @Test
  void leavesOutCpuTimeThatAForkDoesNotTell() {
    var cpu = constant(100);
    cpu[3] = 0;

    assertThat(labels(judge(GateFork.CPU, "ns/op", cpu, constant(100))))
        .containsExactly("wall same");
  }

  @Test
  void allocatedBytesRegressBeyondTwoPercent() {
    assertThat(labels(allocated(1.05))).containsExactly("wall same", "cost.alloc regressed");
    assertThat(labels(allocated(1.0))).containsExactly("wall same", "cost.alloc same");
    assertThat(allocated(1.05).verdict()).isEqualTo(new Verdict.Regressed());
  }

  /// A JDK before 21 knows nothing of threads that have ended, and counts less.
  @Test
  void bytesThatTwoJdksCountDifferentlyAreNotJudgedAndNoFailure() {
    var pairs =
        pairs(GateFork.ALLOCATED, "B/op of live threads", constant(10), "B/op", constant(100));
    var settings = Gates.withCounters(Gates.settings(24), CounterRule.ALLOCATED);

    var row = Judge.of(Gates.run(settings, List.of(ROW), pairs)).rows().getFirst();

    assertThat(labels(row)).containsExactly("wall same");
    assertThat(row.failures()).isEmpty();
    assertThat(row.notes())
        .singleElement()
        .asString()
        .startsWith("The counter cost.alloc is not judged: ");
  }

  @Test
  void exactCountersRegressByAnyDifferenceInAllPairs() {
    assertThat(labels(requests(6, 6))).contains("requests same");
    assertThat(labels(requests(6, 7))).contains("requests regressed");
    assertThat(labels(requests(6, 5))).contains("requests improved");
  }

  @Test
  void exactCountersThatDisagreeAreUndecidedAndLeaveTheRowToItsTimes() {
    var candidate = constant(6);
    candidate[2] = 7;

    var row = judge("requests", "requests", constant(6), candidate, REQUESTS);

    assertThat(labels(row)).containsExactly("wall same", "requests undecided");
    assertThat(row.verdict()).isEqualTo(new Verdict.Same());
  }

  @Test
  void countersOfZeroAreComparedExactly() {
    var rule = new CounterRule("gc.count", 0.1);

    assertThat(labels(judge("gc.count", "counts", constant(0), constant(0), rule)))
        .contains("gc.count same");
    assertThat(labels(judge("gc.count", "counts", constant(0), constant(3), rule)))
        .contains("gc.count regressed");
    assertThat(labels(judge("gc.count", "counts", constant(3), constant(0), rule)))
        .contains("gc.count improved");
  }

  /// The others are 1 % more, all of them: that is no regression beyond 10 %.
  @Test
  void aPairWithoutARatioLeavesACounterWithAMarginUndecided() {
    var before = constant(100);
    before[2] = 0;

    var row = judge("gc.count", "counts", before, ratios(1.01), new CounterRule("gc.count", 0.1));

    assertThat(labels(row)).containsExactly("wall same", "gc.count undecided");
    assertThat(row.verdict()).isEqualTo(new Verdict.Same());
    assertThat(row.notes())
        .containsExactly(
            "The counter gc.count has no ratio in 1 of 6 pairs, where one arm is 0: it stays"
                + " undecided.");
  }

  @Test
  void pairsInWhichBothArmsAreZeroAreEqual() {
    var counts = constant(10);
    counts[1] = 0;

    assertThat(
            labels(judge("gc.count", "counts", counts, counts, new CounterRule("gc.count", 0.1))))
        .contains("gc.count same");
  }

  @Test
  void aZeroAfterTheLookThatDecidedChangesNothing() {
    var before = constant(100);
    before[20] = 0;

    var row = judge("gc.count", "counts", before, ratios(1.0), new CounterRule("gc.count", 0.1));

    assertThat(labels(row)).contains("gc.count same");
    assertThat(row.notes()).isEmpty();
  }

  @Test
  void countersOfOperationsPerTimeRunTheOtherWay() {
    var rule = new CounterRule("hits", 0.02);

    assertThat(labels(judge("hits", "ops/s", constant(100), ratios(1.10), rule)))
        .contains("hits improved");
  }

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

  /// The second fork is 5 % slower than the pair's own; the void one would be 50 times slower.
  @Test
  void secondForksOfTheBaselineStandAgainstTheFirstOfTheirRound() {
    var pairs = pairs("x", "x", constant(1), constant(1));
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
        pairs("x", "x", constant(1), constant(1)),
        List.of(),
        referenceLoop,
        List.of(),
        complete);
  }

  private static JudgedRow allocated(double ratio) {
    return judge(GateFork.ALLOCATED, "B/op", constant(100), ratios(ratio), CounterRule.ALLOCATED);
  }

  private static JudgedRow requests(double before, double after) {
    return judge("requests", "requests", constant(before), constant(after), REQUESTS);
  }

  private static JudgedRow judge(
      String name, String unit, double[] before, double[] after, CounterRule... rules) {
    var settings = Gates.withCounters(Gates.settings(24), rules);
    var run = Gates.run(settings, List.of(ROW), pairs(name, unit, before, after));
    return Judge.of(run).rows().getFirst();
  }

  private static List<Pair> pairs(String name, String unit, double[] before, double[] after) {
    return pairs(name, unit, before, unit, after);
  }

  /// The wall time is the same in both arms.
  private static List<Pair> pairs(
      String name, String oldUnit, double[] before, String newUnit, double[] after) {
    var pairs = new ArrayList<Pair>();
    var wall = JudgeTest.ratios(24, 1.0);
    for (int i = 0; i < 24; i++) {
      pairs.add(
          Gates.pair(
              0,
              i + 1,
              Gates.fork(
                  "ms/op", 100, Map.of(name, new IterationScores(oldUnit, List.of(before[i])))),
              Gates.fork(
                  "ms/op",
                  wall[i],
                  Map.of(name, new IterationScores(newUnit, List.of(after[i]))))));
    }
    return pairs;
  }

  private static List<String> labels(JudgedRow row) {
    return row.quantities().stream()
        .map(judged -> judged.quantity().label() + " " + judged.verdict().word())
        .toList();
  }

  private static double[] constant(double value) {
    return IntStream.range(0, 24).mapToDouble(_ -> value).toArray();
  }

  private static double[] ratios(double ratio) {
    return JudgeTest.ratios(24, ratio);
  }
}
