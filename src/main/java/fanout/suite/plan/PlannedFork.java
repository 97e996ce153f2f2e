package fanout.suite.plan;

import fanout.measure.ForkLength;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One fork of each round: a benchmark with one value for each parameter.
///
/// @param benchmark what is measured
/// @param values one value for each parameter that the benchmark has
/// @param length how long it warms up and measures
/// @param expected how long the fork should take, its start included
public record PlannedFork(
    SuiteBenchmark benchmark, Map<Parameter, String> values, ForkLength length, Duration expected) {

  /// What its rows are about.
  public Scenario scenario() {
    var content = values.get(Parameter.CONTENT);
    return new Scenario(
        benchmark.shortName(),
        values.get(Parameter.STRATEGY),
        values.get(Parameter.DELAY),
        content == null ? bodies() : content,
        endpoints(),
        callers(),
        number(Parameter.THREADS),
        number(Parameter.PROCESSES),
        number(Parameter.IN_FLIGHT));
  }

  /// Threads of JMH.
  public int callers() {
    var callers = number(Parameter.CALLERS);
    return callers == null ? 1 : callers;
  }

  /// What JMH is given; which benchmark has which, its class says.
  public SequencedMap<String, String> jmhParams() {
    var params = new LinkedHashMap<String, String>();
    values.forEach((parameter, value) -> {
      if (isJmhParam(parameter)) {
        params.put(jmhName(parameter), value);
      }
    });
    return params;
  }

  private String jmhName(Parameter parameter) {
    return parameter == Parameter.STRATEGY && benchmark.isColdStart()
        ? "program"
        : parameter.typedName();
  }

  /// The scenario in words, such as `FanOutBenchmark.fetchAll ASYNC FIXED_100_MS 60 endpoints`,
  /// with the pools that its strategy has.
  public String label() {
    return Stream.concat(
            Stream.of(benchmark.shortName()), values.entrySet().stream().map(this::word))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String word(Map.Entry<Parameter, String> entry) {
    return switch (entry.getKey()) {
      case STRATEGY, DELAY, BODIES, CONTENT -> entry.getValue();
      case ENDPOINTS -> entry.getValue() + " endpoints";
      case CALLERS -> entry.getValue().equals("1") ? "" : entry.getValue() + " callers";
      case THREADS -> hasThreads() ? entry.getValue() + " threads" : "";
      case PROCESSES -> hasProcesses() ? entry.getValue() + " processes" : "";
      case IN_FLIGHT -> hasProcesses() ? entry.getValue() + " in flight each" : "";
    };
  }

  private boolean hasThreads() {
    var strategy = values.get(Parameter.STRATEGY);
    return Strategy.FIXED_POOL.name().equals(strategy)
        || Strategy.FORK_JOIN.name().equals(strategy);
  }

  private boolean hasProcesses() {
    return benchmark == SuiteBenchmark.HAND_OVER
        || Strategy.MULTI_PROCESS.name().equals(values.get(Parameter.STRATEGY));
  }

  private boolean isJmhParam(Parameter parameter) {
    return switch (parameter) {
      case CALLERS -> false;
      // The fan-out is always delayed by 100 ms, the floor never.
      case DELAY -> benchmark == SuiteBenchmark.SIX_ENDPOINTS;
      case STRATEGY, BODIES, CONTENT, ENDPOINTS, THREADS, PROCESSES, IN_FLIGHT -> true;
    };
  }

  private @Nullable String bodies() {
    return switch (benchmark) {
      case FAN_OUT -> "USERS";
      case ARTICLE, COLD_START, COLD_START_PAUSED -> "SIX";
      case HAND_OVER -> null;
      case SIX_ENDPOINTS, FLOOR_ONE, FLOOR_SIX, FLOOR_SIX_TWO_THREADS, DECODE ->
          values.getOrDefault(Parameter.BODIES, "SIX");
    };
  }

  private @Nullable Integer endpoints() {
    return switch (benchmark) {
      case FAN_OUT -> Integer.valueOf(values.getOrDefault(Parameter.ENDPOINTS, "6"));
      case HAND_OVER -> null;
      case DECODE -> 1;
      case SIX_ENDPOINTS,
          ARTICLE,
          COLD_START,
          COLD_START_PAUSED,
          FLOOR_ONE,
          FLOOR_SIX,
          FLOOR_SIX_TWO_THREADS ->
          6;
    };
  }

  private @Nullable Integer number(Parameter parameter) {
    var value = values.get(parameter);
    return value == null ? null : Integer.valueOf(value);
  }
}
