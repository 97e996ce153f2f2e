package fanout.suite.result;

import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.UnitName;
import org.jspecify.annotations.Nullable;

/// One row of `results.csv`.
///
/// @param scenario what was measured
/// @param metric what of it
/// @param score mean over forks
/// @param ciLow lower end of the 95 % t interval over forks; null with fewer than two forks
/// @param ciHigh upper end, likewise
/// @param unit such as `ms/batch` or `batches/s`
/// @param forks forks, one per round
/// @param samples operations that were timed in all forks
/// @param ratio geometric mean over rounds of this strategy ÷ `SEQUENTIAL` of the same scenario in
///   the same round; null where that was not measured
/// @param ratioLow lower end of its 95 % t interval, on logarithms; null with fewer than two rounds
/// @param ratioHigh upper end, likewise
public record Measurement(
    Scenario scenario,
    Metric metric,
    double score,
    @Nullable Double ciLow,
    @Nullable Double ciHigh,
    UnitName unit,
    int forks,
    long samples,
    @Nullable Double ratio,
    @Nullable Double ratioLow,
    @Nullable Double ratioHigh) {}
