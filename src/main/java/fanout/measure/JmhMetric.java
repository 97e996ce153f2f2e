package fanout.measure;

import java.util.List;

/// One metric of a benchmark, as JMH's JSON keeps it.
///
/// @param unit such as `ms/op`
/// @param values the value of each iteration of each fork: `values.get(fork).get(iteration)`
/// @param histograms every operation of each iteration of each fork, where the mode is SampleTime;
///   else empty
public record JmhMetric(
    String unit, List<List<Double>> values, List<List<TimeDistribution>> histograms) {}
