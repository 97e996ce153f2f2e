package fanout.suite.plan;

import fanout.vocabulary.Program;
import fanout.vocabulary.PythonProgram;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.Map;

/// How long a fork should take: for the plan and the time left, never for a result.
final class ForkTime {
  /// A JVM, and a checked batch.
  private static final Duration START = Duration.ofSeconds(1);

  /// Worker JVMs besides.
  private static final Duration WORKERS_START = Duration.ofMillis(700);

  /// A program that starts, fetches and exits, without pause.
  private static final Duration JAVA_PROGRAM = Duration.ofMillis(700);

  private static final Duration PYTHON_PROGRAM = Duration.ofMillis(250);

  /// What even the fastest strategy needs for an endpoint without delay.
  private static final long MICROS_PER_ENDPOINT = 300;

  private ForkTime() {}

  static Duration of(Preset preset, ParameterGrid series, Map<Parameter, String> values) {
    var start = hasWorkers(values) ? START.plus(WORKERS_START) : START;
    var batch = batch(series.benchmark(), values);
    return switch (series.benchmark()) {
      case ARTICLE -> start.plus(preset.articleWarmUp()).plus(batch);
      case COLD_START, COLD_START_PAUSED -> START.plus(shots(series, values));
      case HAND_OVER -> START.plus(WORKERS_START).plus(series.length().total());
      case SIX_ENDPOINTS, FAN_OUT, DECODE, FLOOR_ONE, FLOOR_SIX, FLOOR_SIX_TWO_THREADS ->
          // An iteration ends with the batch that is under way, one is fetched as a check.
          start
              .plus(series.length().total())
              .plus(
                  batch
                      .multipliedBy(
                          series.length().warmupIterations() + series.length().iterations())
                      .dividedBy(2))
              .plus(batch);
    };
  }

  /// One more without pause, as a check.
  private static Duration shots(ParameterGrid series, Map<Parameter, String> values) {
    int shots = series.length().iterations();
    return programStart(values)
        .multipliedBy(1L + shots)
        .plus(BatchTime.of(series.benchmark(), values).multipliedBy(shots));
  }

  private static Duration programStart(Map<Parameter, String> values) {
    var program = Program.named(values.getOrDefault(Parameter.STRATEGY, ""));
    if (program instanceof PythonProgram) {
      return PYTHON_PROGRAM;
    }
    return hasWorkers(values) ? JAVA_PROGRAM.plus(WORKERS_START) : JAVA_PROGRAM;
  }

  private static boolean hasWorkers(Map<Parameter, String> values) {
    return Strategy.MULTI_PROCESS.name().equals(values.get(Parameter.STRATEGY));
  }

  private static Duration batch(SuiteBenchmark benchmark, Map<Parameter, String> values) {
    int endpoints = Integer.parseInt(values.getOrDefault(Parameter.ENDPOINTS, "6"));
    var work = Duration.ofNanos(endpoints * MICROS_PER_ENDPOINT * 1000);
    var waiting = BatchTime.of(benchmark, values);
    return work.compareTo(waiting) > 0 ? work : waiting;
  }
}
