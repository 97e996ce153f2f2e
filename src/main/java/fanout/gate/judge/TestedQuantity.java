package fanout.gate.judge;

import fanout.stats.ModeratedMean;
import fanout.stats.RowVariance;
import fanout.stats.SignTest;
import fanout.stats.VariancePrior;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One quantity of one row while a run is judged: what is known of it, and what has been decided.
final class TestedQuantity {
  /// Of the signed-rank test. At the levels of early looks it could never agree: with six pairs it
  /// is 1/64 at least.
  static final double RANK_LEVEL = 0.05;

  private final int row;
  private final Quantity quantity;
  private final double margin;
  private final Observations observations;
  private final Map<Hypothesis, Double> adjusted = new EnumMap<>(Hypothesis.class);
  private VariancePrior prior = VariancePrior.NONE;
  private @Nullable ModeratedMean mean;
  private int pairs;
  private @Nullable Hypothesis shown;

  /// @param margin as a share; 0 where any difference counts
  TestedQuantity(int row, Quantity quantity, double margin, Observations observations) {
    this.row = row;
    this.quantity = quantity;
    this.margin = margin;
    this.observations = observations;
  }

  int row() {
    return row;
  }

  Quantity quantity() {
    return quantity;
  }

  double margin() {
    return margin;
  }

  Observations observations() {
    return observations;
  }

  /// What has been shown of it; null while it is undecided.
  @Nullable Hypothesis shown() {
    return shown;
  }

  /// How many pairs the last look at it had.
  int pairs() {
    return pairs;
  }

  /// Where any difference counts no distribution is assumed, nor where no pair has a ratio: an arm
  /// that is always 0 and one that never is differ by more than any margin.
  boolean exact() {
    return margin == 0 || (pairs > 0 && observations.withoutRatio(pairs) == pairs);
  }

  double logMargin() {
    return Math.log1p(margin);
  }

  /// Takes the first `count` pairs, unless it is decided.
  void take(int count) {
    if (shown == null) {
      pairs = count;
    }
  }

  /// How much the pairs scatter, for the neighbours.
  RowVariance variance() {
    return exact() ? new RowVariance(0, 0) : RowVariance.of(observations.firstLogRatios(pairs));
  }

  /// What the neighbours say of the scatter, unless it is decided.
  void expect(VariancePrior neighbours) {
    if (shown == null) {
      prior = neighbours;
      mean = mean(pairs);
    }
  }

  /// The mean of the first `count` pairs, with what the neighbours said at the last look; null
  /// where it has none.
  @Nullable ModeratedMean mean(int count) {
    var logRatios = observations.firstLogRatios(count);
    return logRatios.length == 0 ? null : ModeratedMean.of(logRatios, prior);
  }

  /// For the correction over the family: what has been shown stays shown.
  double pValue(Hypothesis hypothesis) {
    if (shown != null) {
      return shown == hypothesis ? 0 : 1;
    }
    if (exact()) {
      return signTest(hypothesis);
    }
    return mean == null ? 1 : hypothesis.difference(mean, logMargin());
  }

  /// Corrected for the family.
  double adjusted(Hypothesis hypothesis) {
    return adjusted.getOrDefault(hypothesis, 1.0);
  }

  /// Keeps the corrected value, unless it is decided.
  void adjust(Hypothesis hypothesis, double pValue) {
    if (shown == null) {
      adjusted.put(hypothesis, pValue);
    }
  }

  /// Decides what `level` allows to decide.
  void decide(double level) {
    if (shown != null) {
      return;
    }
    for (var hypothesis : Hypothesis.values()) {
      if (exact() ? isShownExactly(hypothesis, level) : isShown(hypothesis, level)) {
        shown = hypothesis;
        return;
      }
    }
  }

  private boolean isShown(Hypothesis hypothesis, double level) {
    return mean != null
        && adjusted(hypothesis) <= level
        && hypothesis.size(mean, logMargin()) <= level
        && hypothesis.rankTest(observations.firstLogRatios(pairs), logMargin()) <= RANK_LEVEL
        && (hypothesis != Hypothesis.SAME || pairs >= Hypothesis.FEWEST_PAIRS_OF_SAME);
  }

  /// A counter that neither arm ever changed is what it is, and needs no test. One that scatters in
  /// an arm is tested like a time: by chance it may be higher in all of a few pairs.
  private boolean isShownExactly(Hypothesis hypothesis, double level) {
    boolean all = observations.allSigns(hypothesis.sign(), pairs);
    if (hypothesis == Hypothesis.SAME) {
      return all;
    }
    return (all && observations.constantPairs() >= pairs) || adjusted(hypothesis) <= level;
  }

  private double signTest(Hypothesis hypothesis) {
    return hypothesis == Hypothesis.SAME
        ? 1
        : SignTest.pValue(
            observations.signs(hypothesis.sign(), pairs),
            observations.signs(-hypothesis.sign(), pairs));
  }
}
