package fanout.suite.plan;

import fanout.vocabulary.Operation;
import java.util.EnumSet;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;

/// Every benchmark of the suite, by the name that JMH knows it by: the suite launches them as forks
/// and does not load their classes.
public enum SuiteBenchmark {
  SIX_ENDPOINTS("SixEndpointsBenchmark.fetchAll", Mode.SampleTime, Operation.BATCH),
  ARTICLE("ArticleBenchmark.fetchAll", Mode.SingleShotTime, Operation.BATCH),
  FAN_OUT("FanOutBenchmark.fetchAll", Mode.AverageTime, Operation.BATCH),
  /// The parameter of these two is called `program`; their strategies include those of Python.
  COLD_START("ColdStartBenchmark.noPause", Mode.SingleShotTime, Operation.BATCH),
  COLD_START_PAUSED("ColdStartBenchmark.pauseOneSecond", Mode.SingleShotTime, Operation.BATCH),
  HAND_OVER("HandOverBenchmark.echo", Mode.SampleTime, Operation.TASK),
  DECODE("DecodeBenchmark.decode", Mode.AverageTime, Operation.DECODE),
  FLOOR_ONE("FloorBenchmark.one", Mode.SampleTime, Operation.BATCH),
  FLOOR_SIX("FloorBenchmark.six", Mode.SampleTime, Operation.BATCH),
  FLOOR_SIX_TWO_THREADS("FloorBenchmark.sixTwoThreads", Mode.SampleTime, Operation.BATCH);

  private static final String PACKAGE = "fanout.benchmark.";

  private final String shortName;
  private final Mode mode;
  private final Operation operation;

  SuiteBenchmark(String shortName, Mode mode, Operation operation) {
    this.shortName = shortName;
    this.mode = mode;
    this.operation = operation;
  }

  /// Class and method, as in the results.
  String shortName() {
    return shortName;
  }

  /// With the package, as JMH has it.
  public String jmhName() {
    return PACKAGE + shortName;
  }

  /// Whether it times whole processes, of which the fork is only the harness.
  public boolean isColdStart() {
    return this == COLD_START || this == COLD_START_PAUSED;
  }

  /// Whether the stub's pace is part of what it times: a body that is fetched beforehand, and a
  /// task without a fetch, know nothing of it.
  boolean timesTheStub() {
    return switch (this) {
      case SIX_ENDPOINTS,
          ARTICLE,
          FAN_OUT,
          COLD_START,
          COLD_START_PAUSED,
          FLOOR_ONE,
          FLOOR_SIX,
          FLOOR_SIX_TWO_THREADS ->
          true;
      case HAND_OVER, DECODE -> false;
    };
  }

  /// The sizes of pools that it takes.
  Set<Parameter> pools() {
    return switch (this) {
      case SIX_ENDPOINTS, ARTICLE, FAN_OUT, COLD_START, COLD_START_PAUSED ->
          EnumSet.of(Parameter.THREADS, Parameter.PROCESSES, Parameter.IN_FLIGHT);
      case HAND_OVER -> EnumSet.of(Parameter.PROCESSES, Parameter.IN_FLIGHT);
      case DECODE, FLOOR_ONE, FLOOR_SIX, FLOOR_SIX_TWO_THREADS -> Set.of();
    };
  }

  public Mode mode() {
    return mode;
  }

  public Operation operation() {
    return operation;
  }
}
