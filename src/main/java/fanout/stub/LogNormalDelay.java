package fanout.stub;

import org.apache.commons.statistics.distribution.LogNormalDistribution;

/// Delays whose 99th percentile is three times their mean, as tails of healthy services are.
final class LogNormalDelay {
  /// The smaller root of `z·σ − σ²/2 = ln 3`, with the 99th percentile of the normal distribution,
  /// z = 2.326.
  private static final double SIGMA = 0.5336;

  private final LogNormalDistribution distribution;

  LogNormalDelay(int meanMillis) {
    // The mean of a log-normal distribution is exp(μ + σ²/2).
    double mu = Math.log(meanMillis) - SIGMA * SIGMA / 2;
    distribution = LogNormalDistribution.of(mu, SIGMA);
  }

  /// The delay than which this share of all are shorter, in whole milliseconds.
  ///
  /// @param share between 0 and 1, neither of them included
  int millis(double share) {
    return (int) Math.round(distribution.inverseCumulativeProbability(share));
  }
}
