package fanout.measure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// What one fork of JMH is to do.
///
/// @param benchmark class and method with the package
/// @param mode how JMH times it
/// @param params one value for each parameter
/// @param threads JMH threads
/// @param length how long it warms up and measures
/// @param jvmArgs JVM arguments before those that the benchmark itself asks for
/// @param profilers class names of profilers on the class path
/// @param limit how long the fork may take before it is ended as hung
public record JmhForkOptions(
    String benchmark,
    Mode mode,
    SequencedMap<String, String> params,
    int threads,
    ForkLength length,
    List<String> jvmArgs,
    List<String> profilers,
    Duration limit) {

  /// One fork of exactly this benchmark, which fails on the first error.
  ///
  /// @param mark JVM argument that comes before all others
  Options toJmh(String mark) {
    ChainedOptionsBuilder builder =
        new OptionsBuilder()
            .include("^\\Q" + benchmark + "\\E$")
            .mode(mode)
            .forks(1)
            .warmupForks(0)
            .threads(threads)
            .warmupIterations(length.warmupIterations())
            .warmupTime(TimeValue.milliseconds(length.warmupMillis()))
            .measurementIterations(length.iterations())
            .measurementTime(TimeValue.milliseconds(length.iterationMillis()))
            .timeout(TimeValue.milliseconds(limit.toMillis()))
            .shouldFailOnError(true)
            .jvmArgsPrepend(
                Stream.concat(Stream.of(mark), jvmArgs.stream()).toArray(String[]::new));
    for (Map.Entry<String, String> param : params.entrySet()) {
      builder.param(param.getKey(), param.getValue());
    }
    profilers.forEach(name -> builder.addProfiler(name));
    return builder.build();
  }
}
