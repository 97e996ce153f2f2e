package fanout.report;

import fanout.result.Measurement;
import fanout.stats.Holm;
import fanout.stats.PairedTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The strategies of one scenario in order, and which of them cannot be told from the best: the
/// paired t test of each one's log ratio to the best in the same round, with Holm's correction over
/// the others, at 5 %.
final class SummaryRanking {
  private static final double LEVEL = 0.05;

  private final List<Measurement> ranked;
  private final boolean[] slower;
  private final RowLabels labels;

  /// Ranks.
  ///
  /// @param rows mean times of the strategies of one scenario, at least one
  SummaryRanking(List<Measurement> rows, SummaryTimes times) {
    this.ranked = rows.stream().sorted(Comparator.comparingDouble(Measurement::score)).toList();
    this.labels = new RowLabels(rows.stream().map(Measurement::scenario).toList());
    this.slower = slower(times);
  }

  /// Best first.
  List<Measurement> ranked() {
    return ranked;
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
    var best = name(ranked.getFirst());
    if (ranked.size() == 1) {
      return best + " alone was measured.";
    }
    if (ranked.getFirst().forks() < 2) {
      return best + " has the best mean of one round: nothing can be told apart.";
    }
    var equal = new ArrayList<String>();
    for (int rank = 1; rank < ranked.size(); rank++) {
      if (!slower[rank]) {
        equal.add(name(ranked.get(rank)));
      }
    }
    return switch (equal.size()) {
      case 0 -> best + " is the fastest: every other strategy is slower beyond noise.";
      case 1 ->
          best + " and " + equal.getFirst() + " are not separable; " + best + " has the best mean.";
      default ->
          best
              + ", "
              + equal.stream().limit(equal.size() - 1L).collect(Collectors.joining(", "))
              + " and "
              + equal.getLast()
              + " are not separable; "
              + best
              + " has the best mean.";
    };
  }

  private boolean[] slower(SummaryTimes times) {
    var pValues = new double[ranked.size() - 1];
    var best = ranked.getFirst().scenario();
    for (int rank = 1; rank < ranked.size(); rank++) {
      var pairs = times.pairs(ranked.get(rank).scenario(), best);
      pValues[rank - 1] =
          pairs.numerators().isEmpty()
              ? 1
              : PairedTest.pValueOfRatio(
                  SummaryTimes.Pairs.array(pairs.numerators()),
                  SummaryTimes.Pairs.array(pairs.denominators()));
    }
    var adjusted = Holm.adjusted(pValues);
    var beyondNoise = new boolean[ranked.size()];
    for (int rank = 1; rank < ranked.size(); rank++) {
      beyondNoise[rank] = adjusted[rank - 1] < LEVEL;
    }
    return beyondNoise;
  }

  /// The strategy, with its pools where it was measured with several.
  String name(Measurement row) {
    return labels.label(row.scenario());
  }
}
