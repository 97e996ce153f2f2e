package fanout.gate.judge;

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
  private final Map<Hypothesis, Double> pValues = new EnumMap<>(Hypothesis.class);
  private final Map<Hypothesis, Double> adjusted = new EnumMap<>(Hypothesis.class);
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
  void lookAt(int count) {
    if (shown != null) {
      return;
    }
    pairs = count;
    var logRatios = exact() ? new double[0] : observations.firstLogRatios(count);
    for (var hypothesis : Hypothesis.values()) {
      pValues.put(hypothesis, hypothesis.tTest(logRatios, logMargin()));
    }
  }

  /// For the correction over the family: what has been shown stays shown.
  double pValue(Hypothesis hypothesis) {
    return shown == hypothesis ? 0 : pValues.getOrDefault(hypothesis, 1.0);
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
    shown = exact() ? exactly() : tested(level);
  }

  private @Nullable Hypothesis tested(double level) {
    for (var hypothesis : Hypothesis.values()) {
      if (adjusted(hypothesis) <= level
          && hypothesis.rankTest(observations.firstLogRatios(pairs), logMargin()) <= RANK_LEVEL) {
        return hypothesis;
      }
    }
    return null;
  }

  /// All pairs must say the same.
  private @Nullable Hypothesis exactly() {
    if (observations.allSigns(0, pairs)) {
      return Hypothesis.SAME;
    }
    if (observations.allSigns(1, pairs)) {
      return Hypothesis.REGRESSED;
    }
    return observations.allSigns(-1, pairs) ? Hypothesis.IMPROVED : null;
  }
}
