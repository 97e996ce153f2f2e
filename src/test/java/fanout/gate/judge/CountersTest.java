package fanout.gate.judge;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.result.CounterRule;
import fanout.gate.result.GateFork;
import fanout.gate.result.GateRow;
import fanout.gate.result.GateSettings;
import fanout.gate.result.IterationScores;
import fanout.gate.result.Pair;
import fanout.gate.result.QuantityChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

/// CPU time, counters and controls beside the wall time.
class CountersTest {
  private static final GateRow ROW = Gates.row("time", Mode.AverageTime, "ms/op");
  private static final CounterRule REQUESTS = new CounterRule("requests", 0);

  @Test
  void judgesCpuTimeBesideWallTime() {
    var row = judge(GateFork.CPU, "ns/op", constant(100), ratios(1.10), CounterRule.ALLOCATED);

    assertThat(labels(row)).containsExactly("wall undecided", "CPU regressed");
    assertThat(row.verdict()).isEqualTo(new Verdict.Regressed());
    assertThat(row.notes())
        .containsExactly(
            "The counter cost.alloc is not judged: it is not in every fork, or the arms count it in different units.");
  }

  @Test
  void leavesOutCpuTimeThatAForkDoesNotTell() {
    var cpu = constant(100);
    cpu[3] = 0;

    var row = judge(GateFork.CPU, "ns/op", cpu, constant(100));

    assertThat(labels(row)).containsExactly("wall same");
    assertThat(row.notes())
        .containsExactly("CPU time is not judged: it is not in every fork, or is 0 there.");
  }

  @Test
  void cpuTimeIsAllThatWasUsedForAllThatWasDone() {
    var cpu = new IterationScores("ns/op", List.of(10.0, 40.0));
    var fork =
        Gates.fork(
            "ms/op",
            1,
            Map.of(
                GateFork.CPU,
                cpu,
                GateFork.OPERATIONS,
                new IterationScores("ops", List.of(3.0, 1.0))));

    assertThat(fork.perOperation(cpu)).isEqualTo(17.5);
    assertThat(Gates.fork("ms/op", 1, Map.of(GateFork.CPU, cpu)).perOperation(cpu)).isEqualTo(25);
  }

  @Test
  void compilersAndCollectorsAreToldAndNotJudged() {
    var baseline = cpuFork(10, 1);
    var candidate = cpuFork(40, 0);
    var pairs =
        IntStream.rangeClosed(1, 24).mapToObj(i -> Gates.pair(0, i, baseline, candidate)).toList();

    var row = judge(Gates.settings(24), pairs).rows().getFirst();

    assertThat(labels(row)).containsExactly("wall same", "CPU same");
    assertThat(row.notes())
        .containsExactly(
            "Beside the program's CPU time, which is judged, compilers used 10.0 % as much in the"
                + " baseline and 40.0 % in the candidate, garbage collectors 1.0 % and 0.0 %.");
  }

  private static GateFork cpuFork(double compiler, double collector) {
    return Gates.fork(
        "ms/op",
        1,
        Map.of(
            GateFork.CPU,
            new IterationScores("ns/op", List.of(100.0)),
            GateFork.CPU_COMPILER,
            new IterationScores("ns/op", List.of(compiler)),
            GateFork.CPU_COLLECTOR,
            new IterationScores("ns/op", List.of(collector))));
  }

  @Test
  void judgesNoMoreThanIsChosen() {
    var settings = Gates.withCounters(Gates.settings(24), CounterRule.ALLOCATED);
    var pairs = pairs(GateFork.CPU, "ns/op", constant(100), ratios(1.10));

    var row = judge(Gates.judging(settings, QuantityChoice.WALL), pairs).rows().getFirst();

    assertThat(labels(row)).containsExactly("wall same");
  }

  /// Whose pairs all are the same, and whose wall time nobody looks at.
  @Test
  void aRowWithoutTimesIsDecidedByItsBytes() {
    var settings =
        Gates.judging(
            Gates.withCounters(Gates.settings(24), CounterRule.ALLOCATED), QuantityChoice.ALLOC);
    var same = judge(settings, pairs(GateFork.ALLOCATED, "B/op", constant(100), ratios(1.0)));
    var noisy = IntStream.range(0, 24).mapToDouble(i -> Judged.alternating(i, 0.02, 0.2)).toArray();
    var unknown = judge(settings, pairs(GateFork.ALLOCATED, "B/op", constant(100), noisy));

    assertThat(labels(same.rows().getFirst())).containsExactly("cost.alloc same");
    assertThat(same.outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(unknown.rows().getFirst().verdict().word()).isEqualTo("undecided");
    assertThat(unknown.outcome()).isEqualTo(GateOutcome.UNDECIDED);
  }

  @Test
  void excludeLooksAtWallTimeAlone() {
    var cpu = IntStream.range(0, 24).mapToDouble(i -> Judged.alternating(i, 0, 1)).toArray();

    var judgement = judge(Gates.settings(24), pairs(GateFork.CPU, "ns/op", constant(100), cpu));

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(Objects.requireNonNull(judgement.largestNotExcluded()).quantity())
        .isEqualTo(new Quantity.Wall());
  }

  @Test
  void allocatedBytesRegressBeyondTwoPercent() {
    assertThat(labels(allocated(1.05))).containsExactly("wall undecided", "cost.alloc regressed");
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
    assertThat(row.notes()).last().asString().startsWith("The counter cost.alloc is not judged: ");
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

  /// 7 instead of 6 in 23 of 24 pairs: one pair does not undo the others.
  @Test
  void anExactCounterThatIsHigherInAlmostAllPairsRegresses() {
    var candidate = constant(7);
    candidate[2] = 6;

    var row = judge("requests", "requests", constant(6), candidate, REQUESTS);

    assertThat(labels(row)).contains("requests regressed");
  }

  /// By chance the first ten pairs go one way, which ten coins do once in a thousand: of 30 rows
  /// that is one run in thirty.
  @Test
  void anExactCounterThatScattersInBothArmsIsNotRegressedByTheFirstPairs() {
    var baseline = constant(6);
    var candidate = constant(6);
    for (int i = 0; i < 24; i++) {
      baseline[i] += i % 3;
      candidate[i] = baseline[i] + (i < 10 || i % 2 == 0 ? 1 : -1);
    }

    var row = judge("requests", "requests", baseline, candidate, REQUESTS);

    assertThat(labels(row)).contains("requests undecided");
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
        .contains(
            "The counter gc.count has no ratio in 1 of 16 pairs, where one arm is 0: it stays"
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
    assertThat(row.notes()).noneMatch(note -> note.contains("gc.count"));
  }

  /// The bytes were the same at sixteen pairs, and the row stayed open for its wall time.
  @Test
  void aCounterThatFlipsBetweenZeroAndNotIsNeverTheSame() {
    var before = constant(0);
    var after = constant(0);
    after[19] = 24;
    var settings = Gates.withCounters(Gates.settings(24), CounterRule.ALLOCATED);
    var noisy = IntStream.range(0, 24).mapToDouble(i -> Judged.alternating(i, 0, 0.1)).toArray();

    var row =
        judge(settings, pairs(GateFork.ALLOCATED, "B/op", before, "B/op", after, noisy))
            .rows()
            .getFirst();

    assertThat(labels(row)).containsExactly("wall undecided", "cost.alloc undecided");
    assertThat(row.notes())
        .contains(
            "The counter cost.alloc has no ratio in 1 of 24 pairs, where one arm is 0: it stays"
                + " undecided.");
  }

  @Test
  void countersOfOperationsPerTimeRunTheOtherWay() {
    var rule = new CounterRule("hits", 0.02);

    assertThat(labels(judge("hits", "ops/s", constant(100), ratios(1.10), rule)))
        .contains("hits improved");
  }

  private static JudgedRow allocated(double ratio) {
    return judge(GateFork.ALLOCATED, "B/op", constant(100), ratios(ratio), CounterRule.ALLOCATED);
  }

  private static JudgedRow requests(double before, double after) {
    return judge("requests", "requests", constant(before), constant(after), REQUESTS);
  }

  private static Judgement judge(GateSettings settings, List<Pair> pairs) {
    return Judge.of(Gates.run(settings, List.of(ROW), pairs));
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
    return pairs(name, oldUnit, before, newUnit, after, Judged.ratios(24, 1.0));
  }

  private static List<Pair> pairs(
      String name, String oldUnit, double[] before, String newUnit, double[] after, double[] wall) {
    var pairs = new ArrayList<Pair>();
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
    return Judged.ratios(24, ratio);
  }
}
