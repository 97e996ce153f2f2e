package fanout.suite.report;

import fanout.chart.PrintableText;
import fanout.stats.Holm;
import fanout.stats.PairedTest;
import fanout.suite.result.Measurement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The strategies of one scenario in order, and which of them are slower than the best: by the
/// paired t test of each one's log ratio to the best in the same round, with Holm's correction over
/// the others, at 5 %; or because an interval that is printed beside them, of the score or of the
/// ratio, lies apart from that of the best.
final class SummaryRanking {
  private static final double LEVEL = 0.05;

  private final List<Measurement> ranked;
  private final boolean[] slower;
  private final RowLabels labels;
  private final String noun;

  /// Ranks.
  ///
  /// @param rows one metric of the strategies of one scenario, at least one; less is better
  /// @param noun what one of them is, such as `strategy`
  SummaryRanking(List<Measurement> rows, ForkSeries forks, String noun) {
    this.ranked = rows.stream().sorted(Comparator.comparingDouble(Measurement::score)).toList();
    this.labels = new RowLabels(rows.stream().map(Measurement::scenario).toList());
    this.slower = slower(ranked, forks);
    this.noun = noun;
  }

  /// Best first.
  List<Measurement> ranked() {
    return ranked;
  }

  /// The best and every one that is not slower beyond noise, in order.
  List<Measurement> best() {
    return IntStream.range(0, ranked.size())
        .filter(rank -> !slower[rank])
        .mapToObj(ranked::get)
        .toList();
  }

  /// The last one that is slower beyond noise, if there is one.
  Optional<Measurement> worst() {
    return IntStream.range(0, ranked.size())
        .filter(rank -> slower[rank])
        .mapToObj(ranked::get)
        .reduce((_, later) -> later);
  }

  /// What the row at `rank` is beside the best, in words.
  String besideTheBest(int rank) {
    if (rank == 0) {
      return "best mean";
    }
    if (ranked.getFirst().forks() < 2) {
      return "not tested";
    }
    return slower[rank] ? "slower" : "within noise";
  }

  /// Names every strategy that is not separable from the best, never just the winner.
  String headline() {
    var first = name(ranked.getFirst());
    if (ranked.size() == 1) {
      return first + " alone was measured.";
    }
    if (ranked.getFirst().forks() < 2) {
      return first + " has the best mean of one round: nothing can be told apart.";
    }
    var names = best().stream().map(this::name).toList();
    return names.size() == 1
        ? "%s is the fastest: every other %s is slower beyond noise.".formatted(first, noun)
        : PrintableText.list(names) + " are not separable; " + first + " has the best mean.";
  }

  /// The strategy, with its pools where it was measured with several.
  String name(Measurement row) {
    return labels.label(row.scenario());
  }

  private static boolean[] slower(List<Measurement> ranked, ForkSeries forks) {
    var best = ranked.getFirst();
    var adjusted =
        Holm.adjusted(
            ranked.stream().skip(1).mapToDouble(row -> pValue(row, best, forks)).toArray());
    var beyondNoise = new boolean[ranked.size()];
    for (int rank = 1; rank < ranked.size(); rank++) {
      beyondNoise[rank] =
          adjusted[rank - 1] < LEVEL || liesApart(ranked.get(rank), ranked.getFirst());
    }
    return beyondNoise;
  }

  private static boolean liesApart(Measurement a, Measurement b) {
    return liesApart(a.ciLow(), a.ciHigh(), b.ciLow(), b.ciHigh())
        || liesApart(a.ratioLow(), a.ratioHigh(), b.ratioLow(), b.ratioHigh());
  }

  private static boolean liesApart(
      @Nullable Double aLow,
      @Nullable Double aHigh,
      @Nullable Double bLow,
      @Nullable Double bHigh) {
    return aLow != null
        && aHigh != null
        && bLow != null
        && bHigh != null
        && (aHigh < bLow || bHigh < aLow);
  }

  /// Over the rounds that both have.
  private static double pValue(Measurement row, Measurement best, ForkSeries forks) {
    var times = forks.of(row.scenario(), row.metric());
    var others = forks.of(best.scenario(), best.metric());
    var rounds =
        times.keySet().stream()
            .filter(round -> time(times, round) > 0 && time(others, round) > 0)
            .toList();
    return rounds.isEmpty()
        ? 1
        : PairedTest.pValueOfRatio(times(times, rounds), times(others, rounds));
  }

  private static double time(Map<Integer, Double> byRound, int round) {
    return byRound.getOrDefault(round, 0.0);
  }

  private static double[] times(Map<Integer, Double> byRound, List<Integer> rounds) {
    return rounds.stream().mapToDouble(round -> time(byRound, round)).toArray();
  }
}
