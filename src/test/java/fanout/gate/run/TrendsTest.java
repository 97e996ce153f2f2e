package fanout.gate.run;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.judge.Gates;
import fanout.gate.result.GateFork;
import fanout.gate.result.GateRow;
import fanout.gate.result.IterationScores;
import fanout.gate.result.Pair;
import fanout.gate.result.RowNote;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

class TrendsTest {
  private static final GateRow TIME = Gates.row("time", Mode.AverageTime, "ms/op");
  private static final GateRow RATE = Gates.row("rate", Mode.Throughput, "ops/s");

  @Test
  void forksBecameFasterWhereTimesFellOrRatesGrew() {
    var sentence =
        "Forks still became faster by 3.1 % from the first measured iteration to the last.";

    assertThat(notes(TIME, pair(fork(103.1, 90.0, 100.0), fork(206.2, 200.0))))
        .containsExactly(sentence);
    assertThat(notes(RATE, pair(fork(100.0, 103.1), fork(200.0, 206.2)))).containsExactly(sentence);
  }

  @Test
  void forksBecameSlowerWhereTimesGrewOrRatesFell() {
    var sentence =
        "Forks still became slower by 5.0 % from the first measured iteration to the last.";

    assertThat(notes(TIME, pair(fork(100.0, 105.0), fork(100.0, 105.0)))).containsExactly(sentence);
    assertThat(notes(RATE, pair(fork(105.0, 100.0), fork(105.0, 100.0)))).containsExactly(sentence);
  }

  /// Eight pairs in which the candidate gains 10 %, and the baseline 1 %.
  @Test
  void aCandidateThatWarmsUpSlowerIsToldWithFigures() {
    var pairs =
        IntStream.rangeClosed(1, 8)
            .mapToObj(i -> Gates.pair(0, i, fork(101.0, 100.0), fork(110.0 + i % 2 * 0.2, 100.0)))
            .toList();

    assertThat(Trends.of(List.of(TIME), pairs))
        .extracting(RowNote::sentence)
        .containsExactly(
            "The candidate warms up more slowly: from the first measured iteration to the last it"
                + " became faster by 10.1 %, and the baseline faster by 1.0 %, a difference of"
                + " 9.0 % within pairs (99 % interval 8.9 % to 9.1 %).");
  }

  @Test
  void armsThatWarmUpAlikeAreNotToldApart() {
    var pairs =
        IntStream.rangeClosed(1, 8)
            .mapToObj(i ->
                Gates.pair(
                    0, i, fork(110.0 + 8 * (i % 2), 100.0), fork(118.0 - 8 * (i % 2), 100.0)))
            .toList();

    assertThat(Trends.of(List.of(TIME), pairs))
        .extracting(RowNote::sentence)
        .containsExactly(
            "Forks still became faster by 13.9 % from the first measured iteration to the last.");
  }

  @Test
  void aTrifleIsNoTrend() {
    assertThat(notes(TIME, pair(fork(101.9, 100.0), fork(101.9, 100.0)))).isEmpty();
  }

  /// 35 % faster and 18 % slower: 5 % in the mean, and its interval holds 0.
  @Test
  void whatOnlyTremblesIsNoTrend() {
    assertThat(notes(TIME, pair(fork(135.0, 100.0), fork(100.0, 122.0)))).isEmpty();
  }

  @Test
  void twoForksWithSeveralIterationsAreNeeded() {
    assertThat(notes(TIME, pair(fork(110.0, 100.0), fork(100.0)))).isEmpty();
    assertThat(Trends.of(List.of(TIME), List.of())).isEmpty();
  }

  @Test
  void discardedPairsShowNothing() {
    var pair = pair(fork(110.0, 100.0), fork(110.0, 100.0));
    var spoiled =
        new Pair(
            0,
            1,
            pair.order(),
            pair.baseline(),
            pair.candidate(),
            pair.startedAt(),
            pair.endedAt(),
            pair.machine(),
            "The host took away 9.0 %.");

    assertThat(Trends.of(List.of(TIME), List.of(spoiled))).isEmpty();
  }

  @Test
  void eachRowHasItsOwn() {
    var first = pair(fork(1.0, 1.0), fork(1.0, 1.0));
    var second = Gates.pair(1, 1, fork(110.0, 100.0), fork(110.0, 100.0));

    assertThat(Trends.of(List.of(TIME, RATE), List.of(first, second)))
        .extracting(RowNote::row)
        .containsExactly(1);
  }

  private static List<String> notes(GateRow row, Pair pair) {
    return Trends.of(List.of(row), List.of(pair)).stream().map(RowNote::sentence).toList();
  }

  private static Pair pair(GateFork baseline, GateFork candidate) {
    return Gates.pair(0, 1, baseline, candidate);
  }

  private static GateFork fork(Double... scores) {
    return new GateFork(
        new IterationScores("ms/op", List.of(scores)),
        new TreeMap<>(),
        Gates.START,
        Gates.START.plusSeconds(1));
  }
}
