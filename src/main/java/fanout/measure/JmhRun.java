package fanout.measure;

import java.util.Map;

/// One entry of JMH's JSON: a benchmark with one value for each of its parameters.
///
/// @param jmhVersion such as `1.37`; `unknown` where JMH is too old to say
/// @param benchmark class and method, with the package
/// @param mode JMH's short label, such as `avgt`, `sample` or `ss`
/// @param threads JMH threads
/// @param forks number of forks
/// @param params the parameters
/// @param primary the benchmark's own time or throughput
/// @param secondary what profilers added, by name; without those that did not know a number
public record JmhRun(
    String jmhVersion,
    String benchmark,
    String mode,
    int threads,
    int forks,
    Map<String, String> params,
    JmhMetric primary,
    Map<String, JmhMetric> secondary) {}
