package fanout.measure;

import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.UnitName;

/// One row of `samples.csv`: one measured iteration of one fork.
///
/// @param scenario what was measured
/// @param round number of the round, from 1; a round has one fork of each scenario
/// @param iteration number of the iteration in its fork, from 1
/// @param metric what of it
/// @param score the iteration's value
/// @param unit such as `ms/batch`
/// @param samples operations that were timed in the iteration
public record IterationSample(
    Scenario scenario,
    int round,
    int iteration,
    Metric metric,
    double score,
    UnitName unit,
    long samples) {}
