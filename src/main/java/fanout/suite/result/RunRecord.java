package fanout.suite.result;

import fanout.measure.IterationSample;
import java.util.List;

/// All that a run's folder holds: what `report` draws.
///
/// @param environment where and how it was measured
/// @param measurements rows of `results.csv`
/// @param samples rows of `samples.csv`
/// @param percentiles rows of `percentiles.csv`
/// @param timeline rows of `timeline.csv`; empty where no article batch was fetched
public record RunRecord(
    Environment environment,
    List<Measurement> measurements,
    List<IterationSample> samples,
    List<PercentilePoint> percentiles,
    List<TimelineEntry> timeline) {}
