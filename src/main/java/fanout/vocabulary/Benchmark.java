package fanout.vocabulary;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every benchmark whose results a run keeps. A new one gets a constant here; how it is planned,
/// `fanout.suite.plan` says.
public enum Benchmark implements BenchmarkName {
  SIX_ENDPOINTS("SixEndpointsBenchmark", "fetchAll", Operation.BATCH, Role.STRATEGIES),
  ARTICLE("ArticleBenchmark", "fetchAll", Operation.BATCH, Role.STRATEGIES),
  FAN_OUT("FanOutBenchmark", "fetchAll", Operation.BATCH, Role.STRATEGIES),
  COLD_START("ColdStartBenchmark", "noPause", Operation.BATCH, Role.PROGRAMS),
  COLD_START_PAUSED("ColdStartBenchmark", "pauseOneSecond", Operation.BATCH, Role.PROGRAMS),
  PIPE_ROUND_TRIP(
      "PipeRoundTripBenchmark", "echo", Operation.TASK, Role.PART, "HandOverBenchmark.echo"),
  /// A body through the pipe, and the same fetch without as its control.
  BODY_TRANSFER("BodyTransferBenchmark", "body", Operation.BATCH, Role.PART),
  BODY_TRANSFER_CONTROL("BodyTransferBenchmark", "summary", Operation.BATCH, Role.PART),
  DECODE("DecodeBenchmark", "decode", Operation.DECODE, Role.CONTROL),
  FLOOR_ONE("FloorBenchmark", "one", Operation.BATCH, Role.CONTROL),
  FLOOR_SIX("FloorBenchmark", "six", Operation.BATCH, Role.CONTROL),
  FLOOR_SIX_TWO_THREADS("FloorBenchmark", "sixTwoThreads", Operation.BATCH, Role.CONTROL),
  FLOOR_MANY_VIRTUAL("FloorBenchmark", "manyVirtual", Operation.BATCH, Role.CONTROL),
  FLOOR_FAN_OUT("FanOutFloorBenchmark", "manyVirtual", Operation.BATCH, Role.CONTROL);

  /// What a benchmark is for.
  public enum Role {
    /// Compares strategies.
    STRATEGIES,
    /// Compares whole programs, those in Python among them.
    PROGRAMS,
    /// What it measures is part of every strategy's time.
    CONTROL,
    /// What it measures is part of one strategy's time.
    PART
  }

  private final String className;
  private final String method;
  private final Operation operation;
  private final Role role;
  private final @Nullable String formerName;

  Benchmark(String className, String method, Operation operation, Role role) {
    this(className, method, operation, role, null);
  }

  /// A constant that runs were stored under another name of.
  Benchmark(
      String className,
      String method,
      Operation operation,
      Role role,
      @Nullable String formerName) {
    this.className = className;
    this.method = method;
    this.operation = operation;
    this.role = role;
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

  /// What a bare client needs for the same batches, with the same parameters but for the strategy
  /// and its pools; empty where nothing measures that.
  public Optional<Benchmark> floor() {
    return switch (this) {
      case SIX_ENDPOINTS -> Optional.of(FLOOR_MANY_VIRTUAL);
      case FAN_OUT -> Optional.of(FLOOR_FAN_OUT);
      case ARTICLE,
          COLD_START,
          COLD_START_PAUSED,
          PIPE_ROUND_TRIP,
          BODY_TRANSFER,
          BODY_TRANSFER_CONTROL,
          DECODE,
          FLOOR_ONE,
          FLOOR_SIX,
          FLOOR_SIX_TWO_THREADS,
          FLOOR_MANY_VIRTUAL,
          FLOOR_FAN_OUT ->
          Optional.empty();
    };
  }

  public Role role() {
    return role;
  }

  /// As messages have it.
  @Override
  public String toString() {
    return text();
  }

  boolean isCalled(String text) {
    return text().equals(text) || text.equals(formerName);
  }
}
