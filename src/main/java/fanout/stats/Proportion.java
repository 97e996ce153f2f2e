package fanout.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;

/// How often something happened, and between what its true rate lies: the bounds of Clopper and
/// Pearson, each one-sided at 95 %.
///
/// @param count of the trials in which it happened
/// @param trials at least one
/// @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson 1934</a>
public record Proportion(int count, int trials) {
  private static final double CONFIDENCE = 0.95;

  public Proportion {
    if (count < 0 || trials < 1 || count > trials) {
      throw new IllegalArgumentException(
          "A proportion needs a trial or more and no more hits than trials, got %s of %s"
              .formatted(count, trials));
    }
  }

  public double value() {
    return (double) count / trials;
  }

  /// The rate is no higher: of "0 of 30", 9.5 %.
  public double atMost() {
    return count == trials
        ? 1
        : BetaDistribution.of(count + 1.0, trials - count).inverseCumulativeProbability(CONFIDENCE);
  }

  /// The rate is no lower.
  public double atLeast() {
    return count == 0
        ? 0
        : BetaDistribution.of(count, trials - count + 1.0)
            .inverseCumulativeProbability(1 - CONFIDENCE);
  }
}
