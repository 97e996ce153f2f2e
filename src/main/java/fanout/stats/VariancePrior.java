package fanout.stats;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.distribution.FDistribution;

/// What is known of a row's variance before the row itself is looked at: what its neighbours show.
/// Six observations tell little of their own spread; thirty rows of six tell much.
///
/// @param freedom how many degrees of freedom that is worth; 0 where nothing is known
/// @param variance what to expect; positive, or 0 where nothing is known
/// @see <a href="https://doi.org/10.2202/1544-6115.1027">Smyth 2004: Linear models and empirical
///   Bayes methods for assessing differential expression</a>
public record VariancePrior(double freedom, double variance) {
  /// Each row speaks for itself alone.
  public static final VariancePrior NONE = new VariancePrior(0, 0);

  /// Fewer rows do not show how much rows differ.
  public static final int FEWEST_ROWS = 3;

  /// A row that its neighbours make less likely than this is not one of them.
  private static final double OUTLIER = 0.01;

  /// A variance below this share of the median one is a rounding error, as limma has it.
  private static final double FLOOR = 1e-5;

  public VariancePrior {
    boolean nothing = freedom == 0 && variance == 0;
    if (!nothing && !(freedom > 0 && variance > 0 && Double.isFinite(freedom))) {
      throw new IllegalArgumentException(
          "A prior needs a positive variance with positive degrees of freedom, got %s with %s"
              .formatted(variance, freedom));
    }
  }

  /// What rows have in common, from the moments of the logarithms of their variances. It is never
  /// worth more than all of them together.
  ///
  /// @param rows those without a degree of freedom are left out
  /// @return [#NONE] where fewer than [#FEWEST_ROWS] remain, or most of them have no spread at all
  public static VariancePrior of(RowVariance... rows) {
    var known = Arrays.stream(rows).filter(row -> row.freedom() > 0).toArray(RowVariance[]::new);
    double floor = known.length < FEWEST_ROWS ? 0 : FLOOR * median(known);
    return floor > 0 ? fit(known, floor) : NONE;
  }

  private static VariancePrior fit(RowVariance[] rows, double floor) {
    double pooledFreedom = Arrays.stream(rows).mapToDouble(RowVariance::freedom).sum();
    var logs = Arrays.stream(rows).mapToDouble(row -> row.unbiasedLogarithm(floor)).toArray();
    double between = RowVariance.of(logs).variance() - byChance(rows);
    double half = between > 0 ? inverseTrigamma(between) : Double.POSITIVE_INFINITY;
    if (2 * half >= pooledFreedom) {
      return new VariancePrior(pooledFreedom, pooled(rows, pooledFreedom));
    }
    double mean = Arrays.stream(logs).average().orElseThrow();
    return new VariancePrior(2 * half, Math.exp(mean + Digamma.value(half) - Math.log(half)));
  }

  /// How much the logarithms would differ if all rows had one variance.
  private static double byChance(RowVariance[] rows) {
    return Arrays.stream(rows)
        .mapToDouble(row -> Trigamma.value(row.freedom() / 2))
        .average()
        .orElseThrow();
  }

  private static double pooled(RowVariance[] rows, double pooledFreedom) {
    return Arrays.stream(rows).mapToDouble(row -> row.freedom() * row.variance()).sum()
        / pooledFreedom;
  }

  private static double median(RowVariance[] rows) {
    return Median.withDefaults()
        .evaluate(Arrays.stream(rows).mapToDouble(RowVariance::variance).toArray());
  }

  /// The variance to test with. A row that its neighbours do not allow for keeps its own: shrunk,
  /// it would look steadier than it is.
  public RowVariance moderated(RowVariance row) {
    if (freedom == 0 || row.freedom() == 0 || isOutlier(row)) {
      return row;
    }
    double total = freedom + row.freedom();
    return new RowVariance((freedom * variance + row.freedom() * row.variance()) / total, total);
  }

  private boolean isOutlier(RowVariance row) {
    return FDistribution.of(row.freedom(), freedom).survivalProbability(row.variance() / variance)
        < OUTLIER;
  }

  /// Where trigamma is `value`: it lies between 1 ÷ x and 1 ÷ x + 1 ÷ x².
  ///
  /// @param value positive
  static double inverseTrigamma(double value) {
    double low = 1 / value;
    double high = (1 + Math.sqrt(1 + 4 * value)) / (2 * value);
    return new BrentSolver(1e-12, 1e-12, 1e-15)
        .findRoot(x -> 1 / Trigamma.value(x) - 1 / value, low, high);
  }
}
