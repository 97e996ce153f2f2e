package fanout.suite;

import fanout.result.Operation;
import org.openjdk.jmh.annotations.Mode;

/// Every benchmark of the suite, by the name that JMH knows it by: the suite launches them as forks
/// and does not load their classes.
enum SuiteBenchmark {
  SIX_ENDPOINTS("SixEndpointsBenchmark.fetchAll", Mode.SampleTime, Operation.BATCH),
  ARTICLE("ArticleBenchmark.fetchAll", Mode.SingleShotTime, Operation.BATCH),
  FAN_OUT("FanOutBenchmark.fetchAll", Mode.AverageTime, Operation.BATCH),
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
  String jmhName() {
    return PACKAGE + shortName;
  }

  Mode mode() {
    return mode;
  }

  Operation operation() {
    return operation;
  }
}
