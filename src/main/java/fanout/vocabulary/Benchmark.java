package fanout.vocabulary;

import org.jspecify.annotations.Nullable;

/// Every benchmark whose results a run keeps. A new one gets a constant here; how it is planned,
/// `fanout.suite.plan` says.
public enum Benchmark implements BenchmarkName {
  SIX_ENDPOINTS("SixEndpointsBenchmark", "fetchAll", Operation.BATCH),
  ARTICLE("ArticleBenchmark", "fetchAll", Operation.BATCH),
  FAN_OUT("FanOutBenchmark", "fetchAll", Operation.BATCH),
  /// The strategies of these two are whole programs, those in Python among them.
  COLD_START("ColdStartBenchmark", "noPause", Operation.BATCH),
  COLD_START_PAUSED("ColdStartBenchmark", "pauseOneSecond", Operation.BATCH),
  PIPE_ROUND_TRIP("PipeRoundTripBenchmark", "echo", Operation.TASK, "HandOverBenchmark.echo"),
  DECODE("DecodeBenchmark", "decode", Operation.DECODE),
  FLOOR_ONE("FloorBenchmark", "one", Operation.BATCH),
  FLOOR_SIX("FloorBenchmark", "six", Operation.BATCH),
  FLOOR_SIX_TWO_THREADS("FloorBenchmark", "sixTwoThreads", Operation.BATCH);

  private final String className;
  private final String method;
  private final Operation operation;
  private final @Nullable String formerName;

  Benchmark(String className, String method, Operation operation) {
    this(className, method, operation, null);
  }

  /// A constant that runs were stored under another name of.
  Benchmark(String className, String method, Operation operation, @Nullable String formerName) {
    this.className = className;
    this.method = method;
    this.operation = operation;
    this.formerName = formerName;
  }

  @Override
  public String text() {
    return className + "." + method;
  }

  public String className() {
    return className;
  }

  public String method() {
    return method;
  }

  public Operation operation() {
    return operation;
  }

  boolean isCalled(String text) {
    return text().equals(text) || text.equals(formerName);
  }
}
