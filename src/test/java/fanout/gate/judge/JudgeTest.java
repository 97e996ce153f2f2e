package fanout.gate.judge;

import static fanout.gate.judge.Judged.alternating;
import static fanout.gate.judge.Judged.judge;
import static fanout.gate.judge.Judged.level;
import static fanout.gate.judge.Judged.only;
import static fanout.gate.judge.Judged.ratios;
import static fanout.gate.judge.Judged.withMargin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.gate.result.ArmDifferences;
import fanout.gate.result.ArmName;
import fanout.gate.result.GateRow;
import fanout.gate.result.MarginRule;
import fanout.gate.result.Pair;
import fanout.gate.result.RowDifference;
import fanout.gate.result.RowFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

class JudgeTest {
  private static final GateRow TIME = Gates.row("time", Mode.AverageTime, "ms/op");

  private static final GateRow OTHER = Gates.row("other", Mode.AverageTime, "ms/op");

  @Test
  void regressesWhatIsSlowerByMoreThanTheMargin() {
    var judgement = judge(TIME, ratios(24, 1.10));
    var wall = only(judgement);

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.REGRESSED);
    assertThat(wall.verdict()).isEqualTo(new Verdict.Regressed());
    assertThat(wall.decidedAt()).isEqualTo(6);
    assertThat(wall.logRatios()).hasSize(6);
    assertThat(Objects.requireNonNull(wall.ratio()).value()).isCloseTo(1.10, within(0.002));
    assertThat(Objects.requireNonNull(wall.typical())).isCloseTo(1.10, within(0.002));
  }

  @Test
  void improvesWhatIsFasterByMoreThanTheMargin() {
    var judgement = judge(TIME, ratios(24, 1 / 1.10));

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(only(judgement).verdict()).isEqualTo(new Verdict.Improved());
  }

  /// As a machine grows slower by the round, or changes its pace: both arms of a pair are alike in
  /// it.
  @Test
  void comparesWithinPairsHoweverMuchRoundsDiffer() {
    var baseline = IntStream.range(0, 24).mapToDouble(i -> 100 * (1 + i * 7 % 24)).toArray();
    var slower = ratios(24, 1.10);
    Arrays.setAll(slower, i -> slower[i] / 100 * baseline[i]);

    var wall = only(judge(Gates.settings(24), TIME, Gates.pairs(0, baseline, slower)));

    assertThat(wall.verdict()).isEqualTo(new Verdict.Regressed());
    assertThat(Objects.requireNonNull(wall.ratio()).value()).isCloseTo(1.10, within(0.002));
  }

  @Test
  void readsThroughputTheOtherWayRound() {
    var row = Gates.row("rate", Mode.Throughput, "ops/s");

    assertThat(only(judge(row, ratios(24, 1.10))).verdict()).isEqualTo(new Verdict.Improved());
    assertThat(only(judge(row, ratios(24, 0.90))).verdict()).isEqualTo(new Verdict.Regressed());
    assertThat(Objects.requireNonNull(only(judge(row, ratios(24, 0.90))).ratio()).value())
        .as("as a cost")
        .isCloseTo(1 / 0.90, within(0.002));
  }

  @Test
  void readsEveryModeOfTimeAlike() {
    for (var mode : List.of(Mode.AverageTime, Mode.SampleTime, Mode.SingleShotTime)) {
      assertThat(only(judge(Gates.row("time", mode, "us/op"), ratios(24, 1.10))).verdict())
          .isEqualTo(new Verdict.Regressed());
    }
  }

  @Test
  void callsTheSameWhatLiesInsideTheMargin() {
    var judgement = judge(TIME, ratios(24, 1.0));

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(only(judgement).verdict()).isEqualTo(new Verdict.Same());
    assertThat(Objects.requireNonNull(judgement.largestNotExcluded()).slowdown()).isLessThan(0.03);
  }

  /// Six pairs a hair inside one end: ranks would agree, and the t test of that end must not.
  @Test
  void theSameMustLieInsideTheMarginOnBothSides() {
    assertThat(only(judge(TIME, ratios(6, Math.exp(0.0293)))).verdict())
        .isInstanceOf(Verdict.Undecided.class);
    assertThat(only(judge(TIME, ratios(6, Math.exp(-0.0293)))).verdict())
        .isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void judgesAgainstTheMarginAndNotAgainstZero() {
    assertThat(only(judge(TIME, ratios(24, 1.02))).verdict())
        .as("2 % slower, margin 3 %")
        .isNotEqualTo(new Verdict.Regressed());
    assertThat(only(judge(withMargin(0.15), TIME, ratios(24, 1.10))).verdict())
        .as("10 % slower, margin 15 %")
        .isEqualTo(new Verdict.Same());
  }

  @Test
  void aRowMayHaveAMarginOfItsOwn() {
    var own =
        Gates.withMargins(
            Gates.settings(24), 0.03, new MarginRule("Work\\.time", 0.15, "shares a lock"));
    var pairs = new ArrayList<>(Gates.pairs(0, level(24), ratios(24, 1.10)));
    pairs.addAll(Gates.pairs(1, level(24), ratios(24, 1.10)));

    var judgement = Judge.of(Gates.run(own, List.of(TIME, OTHER), pairs));

    assertThat(judgement.rows().get(0).verdict()).isEqualTo(new Verdict.Same());
    assertThat(judgement.rows().get(0).marginReason()).isEqualTo("shares a lock");
    assertThat(judgement.rows().get(1).verdict()).isEqualTo(new Verdict.Regressed());
  }

  /// The machine's speed changes tenfold between pairs, but not within one.
  @Test
  void comparesWithinPairs() {
    var baseline = new double[24];
    var candidate = new double[24];
    for (int i = 0; i < 24; i++) {
      baseline[i] = Math.pow(10, i % 5);
      candidate[i] = baseline[i] * ratios(24, 1.10)[i] / 100;
    }

    var judgement = judge(Gates.settings(24), TIME, Gates.pairs(0, baseline, candidate));

    assertThat(only(judgement).verdict()).isEqualTo(new Verdict.Regressed());
  }

  @Test
  void doesNotPassWhereALargeSlowdownIsNotExcluded() {
    var candidate = IntStream.range(0, 24).mapToDouble(i -> alternating(i, 0.0, 0.7)).toArray();

    var judgement = judge(Gates.settings(24), TIME, Gates.pairs(0, level(24), candidate));

    assertThat(only(judgement).verdict()).isInstanceOf(Verdict.Undecided.class);
    assertThat(judgement.outcome()).isEqualTo(GateOutcome.UNDECIDED);
  }

  /// The smallest number there is against 100: no number holds their ratio.
  @Test
  void doesNotPassWhereARatioIsBeyondAllBounds() {
    var baseline = level(24);
    baseline[3] = Double.MIN_VALUE;

    var judgement = judge(Gates.settings(24), TIME, Gates.pairs(0, baseline, ratios(24, 1.0)));

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.UNDECIDED);
    assertThat(Objects.requireNonNull(judgement.largestNotExcluded()).slowdown())
        .isGreaterThan(1e9);
  }

  @Test
  void failsOnUndecidedRowsOnRequest() {
    var strict = Gates.failingOnUndecided(Gates.settings(24));
    var candidate = IntStream.range(0, 24).mapToDouble(i -> alternating(i, 0.04, 0.04)).toArray();

    assertThat(judge(strict, TIME, Gates.pairs(0, level(24), candidate)).outcome())
        .isEqualTo(GateOutcome.UNDECIDED);
  }

  /// Deleting a benchmark is no way to pass.
  @Test
  void aRowThatIsGoneDoesNotPass() {
    var run =
        Gates.run(Gates.settings(24), List.of(TIME), Gates.pairs(0, level(24), ratios(24, 1)));

    assertThat(Judge.of(run).outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(
            Judge.of(run.withDifferences(new ArmDifferences(List.of("demo.Work.gone"), null)))
                .outcome())
        .isEqualTo(GateOutcome.UNDECIDED);
  }

  @Test
  void aRowThatTheArmsMeasureInTwoWaysIsNeitherJudgedNorPassed() {
    var other = new RowDifference(1, "The baseline has 1 threads, the candidate 4.", false);
    var run =
        Gates.run(
                Gates.settings(24), List.of(TIME, OTHER), Gates.pairs(0, level(24), ratios(24, 1)))
            .withDifferences(new ArmDifferences(List.of(), List.of(other)));

    var judgement = Judge.of(run);

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.UNDECIDED);
    assertThat(judgement.rows().get(0).verdict()).isEqualTo(new Verdict.Same());
    assertThat(judgement.rows().get(1).notes()).containsExactly(other.sentence());
    assertThat(Judge.open(run)).isEmpty();
  }

  @Test
  void aFailedBenchmarkDoesNotHideTheRegressionOfAnother() {
    var failure = new RowFailure(1, ArmName.CANDIDATE, "it threw an IllegalStateException");
    var run =
        Gates.run(
            Gates.settings(24),
            List.of(TIME, OTHER),
            Gates.pairs(0, level(24), ratios(24, 1.10)),
            List.of(),
            List.of(),
            List.of(failure),
            true);

    var judgement = Judge.of(run);

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.REGRESSED);
    assertThat(judgement.rows().get(0).verdict()).isEqualTo(new Verdict.Regressed());
    assertThat(judgement.rows().get(1).failures())
        .containsExactly("candidate: it threw an IllegalStateException");
    assertThat(Judge.open(run)).isEmpty();
  }

  @Test
  void convertsUnitsThatOnlyOneArmChanged() {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < 24; i++) {
      pairs.add(
          Gates.pair(
              0,
              i + 1,
              Gates.fork("ms/op", 1, Map.of()),
              Gates.fork("us/op", 10 * ratios(24, 1.10)[i], Map.of())));
    }
    var wall = only(judge(Gates.settings(24), TIME, pairs));
    assertThat(Objects.requireNonNull(wall.ratio()).value()).isCloseTo(1.10, within(0.002));
    assertThat(Units.factor("ops/s", "ops/ms")).hasValue(1e-3);
    assertThat(Units.factor("hr/op", "min/op")).hasValue(60);
  }

  @Test
  void failsWhereUnitsDoNotMeasureTheSame() {
    var pairs =
        List.of(
            Gates.pair(0, 1, Gates.fork("ms/op", 1, Map.of()), Gates.fork("ops/s", 1, Map.of())));

    assertThat(judge(Gates.settings(24), TIME, pairs).outcome()).isEqualTo(GateOutcome.FAILED);
  }
}
