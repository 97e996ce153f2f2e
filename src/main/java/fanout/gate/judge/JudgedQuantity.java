package fanout.gate.judge;

import fanout.stats.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One quantity of a row, judged. Ratios are candidate ÷ baseline as a cost: above 1 is worse,
/// whichever way the unit runs.
///
/// @param quantity what was judged
/// @param verdict what is said of it
/// @param margin it was held against, as a share; 0 where any difference counts
/// @param ratio geometric mean over pairs with its t interval, which is not adjusted for the number
///   of rows; null without a pair, or where a value of 0 has no ratio
/// @param typical Hodges–Lehmann estimate of the same, which strays less; likewise null
/// @param logRatios of each pair, in the order of measuring; empty where there are none
/// @param decidedAt number of pairs at the look that decided it; null where it is undecided
/// @param pValues of what it was tested for
public record JudgedQuantity(
    Quantity quantity,
    Verdict verdict,
    double margin,
    @Nullable Estimate ratio,
    @Nullable Double typical,
    List<Double> logRatios,
    @Nullable Integer decidedAt,
    PValues pValues) {

  /// Holm-adjusted p-values; 1 before the first look.
  ///
  /// @param regressed of the hypothesis that it is not worse by more than the margin
  /// @param improved that it is not better by more
  /// @param same that it lies outside the margin
  public record PValues(double regressed, double improved, double same) {}

  /// Of the interval. Rows stop when they happen to look decided, which costs a t interval up to
  /// 1.5 points of its coverage: one of 97 % covers at least 95 % of the time (simulated).
  public static final double CONFIDENCE = 0.97;

  /// The largest slowdown that the interval leaves possible, as a share: 0.05 is 5 % slower.
  /// Infinite where nothing is known.
  public double notExcluded() {
    if (ratio == null || ratio.interval() == null) {
      return Double.POSITIVE_INFINITY;
    }
    return ratio.interval().high() - 1;
  }
}
