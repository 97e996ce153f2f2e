package fanout.suite.result;

import fanout.vocabulary.Scenario;
import org.jspecify.annotations.Nullable;

/// One row of `percentiles.csv`: the time that a share of the operations did not exceed.
///
/// @param scenario what was measured
/// @param round number of the round, from 1; null for all rounds together
/// @param percentile from 0 to 100
/// @param timeMs closed-loop service time, in milliseconds
/// @param samplesBeyond how many operations took longer
public record PercentilePoint(
    Scenario scenario,
    @Nullable Integer round,
    double percentile,
    double timeMs,
    long samplesBeyond) {}
