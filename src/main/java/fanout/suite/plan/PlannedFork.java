package fanout.suite.plan;

import fanout.measure.ForkLength;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.FetchLimit;
import fanout.vocabulary.PythonProgram;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Strategy;
import fanout.vocabulary.StrategyName;
import fanout.vocabulary.Unknown;
import java.time.Duration;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One fork of each round: a benchmark with one value for each parameter.
///
/// @param kind what is measured
/// @param scenario what its rows are about
/// @param length how long it warms up and measures
/// @param expected how long the fork should take, its start included
public record PlannedFork(
    BenchmarkForks kind, Scenario scenario, ForkLength length, Duration expected) {
  private static final String PACKAGE = "fanout.benchmark.";

  /// @param warmUp how long a benchmark should take that warms up by work
  static PlannedFork of(
      BenchmarkForks kind, Scenario scenario, ForkLength length, Duration warmUp) {
    var expected = kind.expected(scenario, length);
    return new PlannedFork(
        kind, scenario, length, kind.warmsUpByWork() ? expected.plus(warmUp) : expected);
  }

  public Benchmark benchmark() {
    return kind.benchmark();
  }

  /// Class and method with the package, as JMH has it.
  public String jmhName() {
    return jmhName(benchmark());
  }

  static String jmhName(Benchmark benchmark) {
    return PACKAGE + benchmark.text();
  }

  /// What JMH is given; which benchmark has which, its class says.
  public SequencedMap<String, String> jmhParams() {
    return kind.jmhParams(scenario);
  }

  /// Threads of JMH.
  public int callers() {
    var callers = scenario.callers();
    return callers == null ? 1 : callers;
  }

  /// The scenario in words, such as `FanOutBenchmark.fetchAll ASYNC FIXED_100_MS 60 endpoints`,
  /// with the pools that its strategy has.
  public String label() {
    return Stream.concat(Stream.of(benchmark().text()), kind.parameters().stream().map(this::word))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String word(Parameter parameter) {
    var value = parameter.text(scenario);
    if (value == null) {
      return "";
    }
    return switch (parameter) {
      case STRATEGY, DELAY, BODIES, CONTENT -> value;
      case ENDPOINTS -> value + " endpoints";
      case CALLERS -> callers() == 1 ? "" : value + " callers";
      case THREADS -> isBoundBy(FetchLimit.THREADS) ? value + " threads" : "";
      case PROCESSES -> isBoundBy(FetchLimit.PROCESSES) ? value + " processes" : "";
      case IN_FLIGHT -> isBoundBy(FetchLimit.PROCESSES) ? value + " in flight each" : "";
    };
  }

  /// Programs in Python always have the same pools. What has no strategy uses the pools it takes.
  private boolean isBoundBy(FetchLimit limit) {
    @Nullable StrategyName name = scenario.strategy();
    return switch (name) {
      case null -> true;
      case Strategy strategy -> strategy.limit() == limit;
      case PythonProgram _, Unknown _ -> false;
    };
  }
}
