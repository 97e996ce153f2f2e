package fanout.gate.judge;

import static fanout.gate.judge.CounterRuns.ROW;
import static fanout.gate.judge.CounterRuns.constant;
import static fanout.gate.judge.CounterRuns.judge;
import static fanout.gate.judge.CounterRuns.labels;
import static fanout.gate.judge.CounterRuns.pairs;
import static fanout.gate.judge.CounterRuns.ratios;
import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.result.CounterRule;
import fanout.gate.result.GateFork;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Counters beside the wall time.
class CountersTest {
  private static final CounterRule REQUESTS = new CounterRule("requests", 0);

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
}
