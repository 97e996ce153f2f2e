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
