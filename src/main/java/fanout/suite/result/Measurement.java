package fanout.suite.result;

import fanout.stats.Estimate;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.UnitName;
import org.jspecify.annotations.Nullable;

/// One row of `results.csv`.
///
/// @param scenario what was measured
/// @param metric what of it
/// @param mean over forks, one per round, with its 95 % t interval
/// @param unit such as `ms/batch` or `batches/s`
/// @param samples operations that were timed in all forks
/// @param besideSequential geometric mean over rounds of this strategy ÷ `SEQUENTIAL` of the same
///   scenario in the same round, with the 95 % t interval of its logarithm; null where that was not
///   measured
/// @param floorShare geometric mean over rounds of the time of a bare client ÷ that of this row in
///   the same round, likewise; null where that was not measured, and of other metrics
public record Measurement(
    Scenario scenario,
    Metric metric,
    Estimate mean,
    UnitName unit,
    long samples,
    @Nullable Estimate besideSequential,
    @Nullable Estimate floorShare) {

  /// Mean over forks.
  public double score() {
    return mean.value();
  }

  /// Lower end of the interval of the mean; null with fewer than two forks.
  public @Nullable Double ciLow() {
    return low(mean);
  }

  /// Upper end, likewise.
  public @Nullable Double ciHigh() {
    return high(mean);
  }

  /// Forks, one per round.
  public int forks() {
    return mean.observations();
  }

  /// This strategy ÷ `SEQUENTIAL`; null where that was not measured.
  public @Nullable Double ratio() {
    return besideSequential == null ? null : Double.valueOf(besideSequential.value());
  }

  /// Lower end of the interval of the ratio; null with fewer than two rounds.
  public @Nullable Double ratioLow() {
    return low(besideSequential);
  }

  /// Upper end, likewise.
  public @Nullable Double ratioHigh() {
    return high(besideSequential);
  }

  /// A bare client's time ÷ this one; null where that was not measured.
  public @Nullable Double floorRatio() {
    return floorShare == null ? null : Double.valueOf(floorShare.value());
  }

  /// Lower end of the interval of the floor's ratio; null with fewer than two rounds.
  public @Nullable Double floorRatioLow() {
    return low(floorShare);
  }

  /// Upper end, likewise.
  public @Nullable Double floorRatioHigh() {
    return high(floorShare);
  }

  private static @Nullable Double low(@Nullable Estimate estimate) {
    return estimate == null || estimate.interval() == null ? null : estimate.interval().low();
  }

  private static @Nullable Double high(@Nullable Estimate estimate) {
    return estimate == null || estimate.interval() == null ? null : estimate.interval().high();
  }
}
