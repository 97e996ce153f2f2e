package fanout.suite.plan;

import fanout.vocabulary.Delay;
import fanout.vocabulary.Program;
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
        switch (Program.named(name).limit()) {
          case ONE -> 1;
          case THREADS -> number(values, Parameter.THREADS);
          case PROCESSES ->
              number(values, Parameter.PROCESSES) * number(values, Parameter.IN_FLIGHT);
          case BATCH -> endpoints;
        };
    return Math.min(most, endpoints);
  }

  private static int delayMillis(Map<Parameter, String> values) {
    return Delay.valueOf(values.getOrDefault(Parameter.DELAY, Delay.NONE.name())).meanMillis();
  }

  private static int number(Map<Parameter, String> values, Parameter parameter) {
    return Integer.parseInt(values.getOrDefault(parameter, "1"));
  }
}
