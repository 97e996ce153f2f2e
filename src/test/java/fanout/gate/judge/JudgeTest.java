package fanout.gate.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.gate.result.ArmName;
import fanout.gate.result.ForkOrder;
import fanout.gate.result.GateRow;
import fanout.gate.result.GateRun;
import fanout.gate.result.GateSettings;
import fanout.gate.result.InterimLooks;
import fanout.gate.result.LookSettings;
import fanout.gate.result.MarginRule;
import fanout.gate.result.Pair;
import fanout.gate.result.RowFailure;
import fanout.measure.Interference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

public class JudgeTest {
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

  /// Two pairs have an interval too, of thousands of per cent.
  @Test
  void namesNoSlowdownBeforeTheFirstLook() {
    var judgement = judge(TIME, ratios(2, 1.0));

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.INVALID);
    assertThat(judgement.largestNotExcluded()).isNull();
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
  void saysWhatAnUndecidedRowExcludesAndWhatItLacks() {
    // d = 0.06 ± 0.04 alternating: mean 0.06, sd 0.0409, standard error 0.00834, t(23, 98.5 %) =
    // 2.313
    var candidate = IntStream.range(0, 24).mapToDouble(i -> alternating(i, 0.06, 0.04)).toArray();

    var judgement = judge(Gates.settings(24), TIME, Gates.pairs(0, level(24), candidate));
    var wall = only(judgement);

    assertThat(wall.verdict()).isEqualTo(new Verdict.Regressed());
    // 0.04 ± 0.04: too near to the margin
    candidate = IntStream.range(0, 24).mapToDouble(i -> alternating(i, 0.04, 0.04)).toArray();
    judgement = judge(Gates.settings(24), TIME, Gates.pairs(0, level(24), candidate));
    wall = only(judgement);
    var undecided = (Verdict.Undecided) wall.verdict();

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(Objects.requireNonNull(undecided.excluded()))
        .isCloseTo(Math.expm1(0.04 + 2.313 * 0.00834), within(1e-4));
    // t(98.1 %) + t(90 %) are about 3.377: 3.377 × 0.0409 ÷ √n is below 0.01044 from n = 175 on
    assertThat(Objects.requireNonNull(undecided.missingPairs())).isBetween(148, 154);
    assertThat(Objects.requireNonNull(judgement.largestNotExcluded()).slowdown())
        .isEqualTo(undecided.excluded());
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

  @Test
  void usesExactlyThePairsOfALook() {
    // Six pairs are 10 % slower, the next three are not: there is no look until ten.
    var candidate = ratios(9, 1.10);
    candidate[6] = candidate[7] = candidate[8] = 100;

    var wall = only(judge(Gates.settings(24), TIME, Gates.pairs(0, level(9), candidate)));

    assertThat(wall.verdict()).isEqualTo(new Verdict.Regressed());
    assertThat(wall.decidedAt()).isEqualTo(6);
  }

  /// The same six pairs decide where they are all, and are far from it as the first look of four.
  @Test
  void earlyLooksMaySpendHardlyAnything() {
    double[] slower = {103.1, 104.1, 105.4, 106.6, 106.9, 104.8};
    var pairs = Gates.pairs(0, level(6), slower);

    assertThat(only(judge(Gates.settings(6), TIME, pairs)).verdict())
        .isEqualTo(new Verdict.Regressed());
    assertThat(only(judge(Gates.settings(24), TIME, pairs)).verdict())
        .isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void judgesNothingBeforeTheFirstLook() {
    var run =
        Gates.run(Gates.settings(24), List.of(TIME), Gates.pairs(0, level(5), ratios(5, 1.5)));

    assertThat(Judge.of(run).outcome()).isEqualTo(GateOutcome.INVALID);
    assertThat(Judge.open(run)).containsExactly(0);
    assertThat(Judge.of(Gates.run(Gates.settings(24), List.of(), List.of())).outcome())
        .isEqualTo(GateOutcome.INVALID);
  }

  @Test
  void waitsForAllOpenRowsAndStopsTheDecidedOnes() {
    var noisy = IntStream.range(0, 24).mapToDouble(i -> alternating(i, 0.0, 0.2)).toArray();
    var pairs = new ArrayList<>(Gates.pairs(0, level(6), ratios(6, 1.10)));
    pairs.addAll(Gates.pairs(1, level(5), noisy));
    var rows = List.of(TIME, OTHER);

    assertThat(Judge.open(Gates.run(Gates.settings(24), rows, pairs))).containsExactly(0, 1);
    pairs.add(Gates.pairs(1, level(6), noisy).getLast());
    assertThat(Judge.open(Gates.run(Gates.settings(24), rows, pairs))).containsExactly(1);
    pairs.addAll(Gates.pairs(1, level(24), noisy).subList(6, 24));
    assertThat(Judge.open(Gates.run(Gates.settings(24), rows, pairs))).isEmpty();
    assertThat(Judge.of(Gates.run(Gates.settings(24), rows, pairs)).rows())
        .extracting(JudgedRow::pairs)
        .containsExactly(6, 24);
  }

  @Test
  void correctsForTheWholeFamily() {
    var settings = Gates.settings(6);
    // t = 3.5 or so with five degrees of freedom: p is about 0.009, below 0.025 and above 0.025 / 4
    double[] slower = {103.1, 104.1, 105.4, 106.6, 106.9, 104.8};
    var rows = new ArrayList<GateRow>();
    var pairs = new ArrayList<Pair>();
    rows.add(TIME);
    pairs.addAll(Gates.pairs(0, level(6), slower));
    assertThat(Judge.of(Gates.run(settings, rows, pairs)).outcome())
        .isEqualTo(GateOutcome.REGRESSED);
    for (int row = 1; row < 8; row++) {
      rows.add(Gates.row("noise" + row, Mode.AverageTime, "ms/op"));
      pairs.addAll(
          Gates.pairs(
              row,
              level(6),
              IntStream.range(0, 6).mapToDouble(i -> alternating(i, 0.0, 0.1)).toArray()));
    }

    assertThat(Judge.of(Gates.run(settings, rows, pairs)).rows().getFirst().verdict())
        .isInstanceOf(Verdict.Undecided.class);
  }

  /// The t test alone would decide at a level of 10 %; of the signs and ranks 5 in 64 are as
  /// extreme.
  @Test
  void needsTheSignedRankTestToAgree() {
    double margin = Math.log(1.03);
    double[] above = {-0.0102, 0.0100, 0.0101, 0.0200, 0.0210, 0.0220};
    var candidate = new double[6];
    for (int i = 0; i < 6; i++) {
      candidate[i] = 100 * Math.exp(margin + above[i]);
    }
    var loose = Gates.settings(new LookSettings(6, InterimLooks.of(6), 0.1));

    var wall = only(judge(loose, TIME, Gates.pairs(0, level(6), candidate)));

    assertThat(wall.pValues().regressed()).isCloseTo(0.0294, within(5e-4));
    assertThat(wall.verdict()).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void leavesOutDiscardedPairs() {
    var pairs = new ArrayList<>(Gates.pairs(0, level(6), ratios(6, 1.10)));
    var spoiled = Gates.pairs(0, level(1), new double[] {1}).getFirst();
    pairs.addFirst(
        new Pair(
            0,
            1,
            ForkOrder.AB,
            spoiled.baseline(),
            spoiled.candidate(),
            spoiled.startedAt(),
            spoiled.endedAt(),
            new Interference(40.0, 0.0),
            "The host took away 40.0 % of all processor time, above 2 %."));

    var row = judge(Gates.settings(24), TIME, pairs).rows().getFirst();

    assertThat(row.verdict()).isEqualTo(new Verdict.Regressed());
    assertThat(row.discardedPairs()).isEqualTo(1);
    assertThat(row.pairs()).isEqualTo(6);
  }

  @Test
  void aFailedBenchmarkFailsTheRunAndLeavesTheOthersJudged() {
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

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.FAILED);
    assertThat(judgement.rows().get(0).verdict()).isEqualTo(new Verdict.Regressed());
    assertThat(judgement.rows().get(1).failures())
        .containsExactly("candidate: it threw an IllegalStateException");
    assertThat(Judge.open(run)).isEmpty();
  }

  @Test
  void aPartialRunNeverPasses() {
    assertThat(Judge.of(partial(1.0)).outcome()).isEqualTo(GateOutcome.UNDECIDED);
    assertThat(Judge.of(partial(1.10)).outcome()).isEqualTo(GateOutcome.REGRESSED);
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

  private static GateRun partial(double ratio) {
    return Gates.run(
        Gates.settings(24),
        List.of(TIME),
        Gates.pairs(0, level(16), ratios(16, ratio)),
        List.of(),
        List.of(),
        List.of(),
        false);
  }

  static JudgedQuantity only(Judgement judgement) {
    assertThat(judgement.rows()).hasSize(1);
    assertThat(judgement.rows().getFirst().quantities()).hasSize(1);
    return judgement.rows().getFirst().quantities().getFirst();
  }

  private static GateSettings withMargin(double margin) {
    return Gates.withMargins(Gates.settings(24), margin);
  }

  private static Judgement judge(GateRow row, double[] candidate) {
    return judge(Gates.settings(24), row, candidate);
  }

  private static Judgement judge(GateSettings settings, GateRow row, double[] candidate) {
    return judge(settings, row, Gates.pairs(0, level(candidate.length), candidate));
  }

  private static Judgement judge(GateSettings settings, GateRow row, List<Pair> pairs) {
    return Judge.of(Gates.run(settings, List.of(row), pairs));
  }

  /// A baseline of 100 in every pair.
  public static double[] level(int pairs) {
    return IntStream.range(0, pairs).mapToDouble(_ -> 100).toArray();
  }

  /// A candidate that is `ratio` times a baseline of 100, give or take up to 0.12 %, growing and
  /// alternating.
  static double[] ratios(int pairs, double ratio) {
    return IntStream.range(0, pairs)
        .mapToDouble(i -> 100 * ratio * Math.exp(5e-5 * (i + 1) * (i % 2 == 0 ? 1 : -1)))
        .toArray();
  }

  private static double alternating(int i, double mean, double spread) {
    return 100 * Math.exp(mean + (i % 2 == 0 ? spread : -spread));
  }
}
