package fanout.gate.judge;

import static fanout.gate.judge.Judged.alternating;
import static fanout.gate.judge.Judged.judge;
import static fanout.gate.judge.Judged.level;
import static fanout.gate.judge.Judged.only;
import static fanout.gate.judge.Judged.ratios;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.gate.result.ForkOrder;
import fanout.gate.result.GateRow;
import fanout.gate.result.GateRun;
import fanout.gate.result.InterimLooks;
import fanout.gate.result.LookSettings;
import fanout.gate.result.Pair;
import fanout.gate.result.RunStatus;
import fanout.gate.result.StopReason;
import fanout.measure.Interference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

/// When a row is judged, and with how many others.
public class JudgeLooksTest {
  private static final GateRow TIME = Gates.row("time", Mode.AverageTime, "ms/op");

  private static final GateRow OTHER = Gates.row("other", Mode.AverageTime, "ms/op");

  /// Two pairs have an interval too, of thousands of per cent.
  @Test
  void namesNoSlowdownBeforeTheFirstLook() {
    var judgement = judge(TIME, ratios(2, 1.0));

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.INVALID);
    assertThat(judgement.largestNotExcluded()).isNull();
  }

  @Test
  void saysWhatAnUndecidedRowExcludesAndWhatItLacks() {
    // d = 0.06 ± 0.04 alternating: sd 0.0409, standard error 0.00834, t(23, 98.5 %) = 2.313
    assertThat(only(alternatingAround(0.06)).verdict()).isEqualTo(new Verdict.Regressed());

    // 0.04 ± 0.04: too near to the margin
    var judgement = alternatingAround(0.04);
    var undecided = (Verdict.Undecided) only(judgement).verdict();

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(Objects.requireNonNull(undecided.excluded()))
        .isCloseTo(Math.expm1(0.04 + 2.313 * 0.00834), within(1e-4));
    // t(98.9 %) + t(90 %) are about 3.59: 3.59 × 0.0409 ÷ √n is below 0.01044 from n = 198 on
    assertThat(Objects.requireNonNull(undecided.missingPairs())).isBetween(168, 178);
    assertThat(Objects.requireNonNull(judgement.largestNotExcluded()).slowdown())
        .isEqualTo(undecided.excluded());
  }

  private static Judgement alternatingAround(double mean) {
    var candidate = IntStream.range(0, 24).mapToDouble(i -> alternating(i, mean, 0.04)).toArray();
    return judge(Gates.settings(24), TIME, Gates.pairs(0, level(24), candidate));
  }

  /// Of twelve pairs the look at ten has hardly any level; the last one has all that is left.
  @Test
  void theEndOfTheBudgetIsTheLastLook() {
    var slower = IntStream.range(0, 12).mapToDouble(i -> alternating(i, 0.1, 0.06)).toArray();
    var run = Gates.run(Gates.settings(24), List.of(TIME), Gates.pairs(0, level(12), slower));
    var stopped = run.withStatus(RunStatus.underWay(Gates.START));
    var over = run.withStatus(run.status().stopped(StopReason.overBudget(12, 24)));

    assertThat(only(Judge.of(stopped)).verdict()).isInstanceOf(Verdict.Undecided.class);
    assertThat(only(Judge.of(over)).verdict()).isEqualTo(new Verdict.Regressed());
    assertThat(only(Judge.of(over)).decidedAt()).isEqualTo(12);
  }

  /// A row of six pairs whose own scatter says nothing: nine others that scatter little help it.
  @Test
  void rowsTellEachOtherHowMuchTheyScatter() {
    var rows = new ArrayList<GateRow>();
    var pairs = new ArrayList<Pair>();
    double[] slower = {103.9, 108.1, 104.4, 107.6, 105.9, 106.8};
    for (int row = 0; row < 10; row++) {
      rows.add(Gates.row("row" + row, Mode.AverageTime, "ms/op"));
      var steady = IntStream.range(0, 6).mapToDouble(i -> alternating(i, 0, 0.012)).toArray();
      pairs.addAll(Gates.pairs(row, level(6), row == 0 ? slower : steady));
    }

    var alone = underWay(List.of(TIME), Gates.pairs(0, level(6), slower));
    var together = underWay(rows, pairs);

    assertThat(only(alone).verdict()).isInstanceOf(Verdict.Undecided.class);
    assertThat(together.rows().getFirst().verdict()).isEqualTo(new Verdict.Regressed());
  }

  private static Judgement underWay(List<GateRow> rows, List<Pair> pairs) {
    return Judge.of(
        Gates.run(Gates.settings(24), rows, pairs).withStatus(RunStatus.underWay(Gates.START)));
  }

  /// What happens to one fork in ten may not be among ten pairs.
  @Test
  void nothingIsTheSameBeforeSixteenPairs() {
    var run =
        Gates.run(Gates.settings(10), List.of(TIME), Gates.pairs(0, level(10), ratios(10, 1)));

    assertThat(only(Judge.of(run)).verdict()).isInstanceOf(Verdict.Undecided.class);
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
    assertThat(only(underWay(List.of(TIME), pairs)).verdict())
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

    // t of 5.7 against nothing, and of 2.4 against the margin: both tests would say regressed
    assertThat(wall.pValues().regressed()).isCloseTo(2.0e-4, within(1e-5));
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
  void aPartialRunNeverPasses() {
    assertThat(Judge.of(partial(1.0)).outcome()).isEqualTo(GateOutcome.UNDECIDED);
    assertThat(Judge.of(partial(1.10)).outcome()).isEqualTo(GateOutcome.REGRESSED);
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
}
