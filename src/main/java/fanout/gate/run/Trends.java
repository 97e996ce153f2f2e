package fanout.gate.run;

import fanout.gate.result.GateFork;
import fanout.gate.result.GateRow;
import fanout.gate.result.Pair;
import fanout.gate.result.RowNote;
import fanout.stats.Estimate;
import fanout.vocabulary.Metric.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Whether forks still became faster while they were measured, as those do that need a longer
/// warm-up, or slower. Both arms are alike in it, so it is a note and spoils no verdict.
final class Trends {
  /// A trend of less, as a share, is none: well below the default margin.
  private static final double LEAST = 0.02;

  private Trends() {}

  /// A note for each row that has one.
  ///
  /// @param pairs of all rows; of those that count, the forks of both arms
  static List<RowNote> of(List<GateRow> rows, List<Pair> pairs) {
    var notes = new ArrayList<RowNote>();
    for (int row = 0; row < rows.size(); row++) {
      var gains = gains(row, rows.get(row).direction(), pairs);
      if (isTrend(gains)) {
        notes.add(new RowNote(row, sentence(Estimate.ofMean(gains).value())));
      }
    }
    return List.copyOf(notes);
  }

  private static double[] gains(int row, Direction direction, List<Pair> pairs) {
    return pairs.stream()
        .filter(pair -> pair.row() == row && pair.counts())
        .flatMap(pair -> Stream.of(pair.baseline(), pair.candidate()))
        .filter(fork -> fork.score().values().size() > 1)
        .mapToDouble(fork -> gain(fork, direction))
        .toArray();
  }

  /// Logarithm of how much faster the last iteration was than the first.
  private static double gain(GateFork fork, Direction direction) {
    var scores = fork.score().values();
    double grown = Math.log(scores.getLast()) - Math.log(scores.getFirst());
    return switch (direction) {
      case HIGHER_IS_BETTER -> grown;
      case LOWER_IS_BETTER -> -grown;
    };
  }

  private static boolean isTrend(double[] gains) {
    if (gains.length < 2) {
      return false;
    }
    var mean = Estimate.ofMean(gains);
    var interval = mean.interval();
    return interval != null && !interval.contains(0) && Math.abs(mean.value()) >= LEAST;
  }

  private static String sentence(double gain) {
    return String.format(
        Locale.ROOT,
        "Forks still became %s by %.1f %% from the first measured iteration to the last.",
        gain > 0 ? "faster" : "slower",
        100 * Math.expm1(Math.abs(gain)));
  }
}
