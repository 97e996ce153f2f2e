package fanout.suite.plan;

import fanout.program.Program;
import fanout.strategy.Strategy;
import fanout.stub.Delay;
import java.time.Duration;
import java.util.Map;

/// How long a batch should take at least, from what a strategy has in flight: the rule by which
/// scenarios are left out, and the time that a plan takes.
final class BatchTime {
  /// A batch that takes longer is left out: one fork would take a minute to say what is known.
  static final Duration LONGEST = Duration.ofSeconds(5);

  private static final int PAUSE_MILLIS = 1000;

  private BatchTime() {}

  /// Endpoints × their delay ÷ what the strategy has in flight.
  static Duration of(SuiteBenchmark benchmark, Map<Parameter, String> values) {
    int endpoints = benchmark == SuiteBenchmark.FAN_OUT ? number(values, Parameter.ENDPOINTS) : 6;
    int millis =
        switch (benchmark) {
          case ARTICLE, COLD_START_PAUSED -> PAUSE_MILLIS;
          case SIX_ENDPOINTS, FAN_OUT -> delayMillis(values);
          case COLD_START, HAND_OVER, DECODE, FLOOR_ONE, FLOOR_SIX, FLOOR_SIX_TWO_THREADS -> 0;
        };
    return Duration.ofMillis((long) Math.ceilDiv(endpoints, inFlight(endpoints, values)) * millis);
  }

  /// At most one fetch per endpoint.
  static int inFlight(int endpoints, Map<Parameter, String> values) {
    var name = values.get(Parameter.STRATEGY);
    if (name == null) {
      return endpoints;
    }
    int most =
        Program.valueOf(name)
            .strategy()
            .map(strategy -> most(strategy, endpoints, values))
            .orElseGet(() -> mostInPython(values));
    return Math.min(most, endpoints);
  }

  private static int most(Strategy strategy, int endpoints, Map<Parameter, String> values) {
    return switch (strategy) {
      case SEQUENTIAL -> 1;
      case FIXED_POOL, FORK_JOIN -> number(values, Parameter.THREADS);
      case VIRTUAL_THREADS, ASYNC, STRUCTURED -> endpoints;
      case MULTI_PROCESS ->
          number(values, Parameter.PROCESSES) * number(values, Parameter.IN_FLIGHT);
    };
  }

  /// A plan gives a program in Python the one pool that it has, or none.
  private static int mostInPython(Map<Parameter, String> values) {
    return number(values, Parameter.THREADS) * number(values, Parameter.PROCESSES);
  }

  private static int delayMillis(Map<Parameter, String> values) {
    return Delay.valueOf(values.getOrDefault(Parameter.DELAY, Delay.NONE.name())).millis(0, 0, 0);
  }

  private static int number(Map<Parameter, String> values, Parameter parameter) {
    return Integer.parseInt(values.getOrDefault(parameter, "1"));
  }
}
