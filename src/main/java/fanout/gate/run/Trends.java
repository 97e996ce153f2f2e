package fanout.gate.run;

import fanout.gate.result.GateFork;
import fanout.gate.result.GateRow;
import fanout.gate.result.InterimLooks;
import fanout.gate.result.Pair;
import fanout.gate.result.RowNote;
import fanout.stats.Estimate;
import fanout.vocabulary.Metric.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whether forks still became faster while they were measured, as those do that need a longer
/// warm-up, or slower: of both arms, and whether one of them does so more than the other. It is a
/// note and spoils no verdict.
final class Trends {
  /// A trend of less, as a share, is none: well below the default margin.
  private static final double LEAST = 0.02;

  /// Of the interval that tells the arms apart: there may be many rows.
  private static final double CONFIDENCE = 0.99;

  private Trends() {}

  /// A note for each row that has one.
  ///
  /// @param pairs of all rows; of those that count, the forks of both arms
  static List<RowNote> of(List<GateRow> rows, List<Pair> pairs) {
    var notes = new ArrayList<RowNote>();
    for (int row = 0; row < rows.size(); row++) {
      var direction = rows.get(row).direction();
      int index = row;
      var own = pairs.stream().filter(pair -> pair.row() == index && pair.counts()).toList();
      apart(own, direction)
          .or(() -> together(own, direction))
          .ifPresent(sentence -> notes.add(new RowNote(index, sentence)));
    }
    return List.copyOf(notes);
  }

  /// The arms' trends where they differ.
  private static Optional<String> apart(List<Pair> pairs, Direction direction) {
    var whole =
        pairs.stream().filter(pair -> hasTrend(pair.baseline()) && hasTrend(pair.candidate()));
    var paired = whole.toList();
    var baseline = paired.stream().mapToDouble(p -> gain(p.baseline(), direction)).toArray();
    var candidate = paired.stream().mapToDouble(p -> gain(p.candidate(), direction)).toArray();
    if (paired.size() < InterimLooks.FEWEST_PAIRS) {
      return Optional.empty();
    }
    var differences =
        IntStream.range(0, paired.size()).mapToDouble(i -> candidate[i] - baseline[i]).toArray();
    var difference = Estimate.ofMean(differences, CONFIDENCE);
    var interval = difference.interval();
    if (interval == null || interval.contains(0) || Math.abs(difference.value()) < LEAST) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "The candidate warms up more %s: from the first measured iteration to the last it became"
                + " %s, and the baseline %s, a difference of %s within pairs (99 %% interval %s to"
                + " %s).",
            difference.value() > 0 ? "slowly" : "quickly",
            change(Estimate.ofMean(candidate).value()),
            change(Estimate.ofMean(baseline).value()),
            percent(difference.value()),
            percent(interval.low()),
            percent(interval.high())));
  }

  private static Optional<String> together(List<Pair> pairs, Direction direction) {
    var gains = gains(pairs, direction);
    return isTrend(gains)
        ? Optional.of(
            "Forks still became %s from the first measured iteration to the last."
                .formatted(change(Estimate.ofMean(gains).value())))
        : Optional.empty();
  }

  private static double[] gains(List<Pair> pairs, Direction direction) {
    return pairs.stream()
        .flatMap(pair -> Stream.of(pair.baseline(), pair.candidate()))
        .filter(Trends::hasTrend)
        .mapToDouble(fork -> gain(fork, direction))
        .toArray();
  }

  private static boolean hasTrend(GateFork fork) {
    return fork.score().values().size() > 1;
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

  private static String change(double gain) {
    return String.format(
        Locale.ROOT,
        "%s by %.1f %%",
        gain > 0 ? "faster" : "slower",
        100 * Math.expm1(Math.abs(gain)));
  }

  private static String percent(double gain) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * Math.expm1(gain));
  }
}
