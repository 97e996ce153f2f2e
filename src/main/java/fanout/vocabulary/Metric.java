package fanout.vocabulary;

import java.util.Locale;

/// What is measured of a scenario. Times and costs are per operation: per batch, or per decode.
public enum Metric {
  /// Mean time of an operation.
  TIME_MEAN(Direction.LOWER_IS_BETTER),
  TIME_P50(Direction.LOWER_IS_BETTER),
  TIME_P90(Direction.LOWER_IS_BETTER),
  TIME_P99(Direction.LOWER_IS_BETTER),
  TIME_P99_9(Direction.LOWER_IS_BETTER),
  TIME_MAX(Direction.LOWER_IS_BETTER),
  /// Operations per second of all callers together.
  THROUGHPUT(Direction.HIGHER_IS_BETTER),
  /// CPU time of the program's threads, of the fork and its worker processes.
  CPU_TIME(Direction.LOWER_IS_BETTER),
  /// Bytes allocated on the heap of the fork, without its worker processes.
  ALLOCATED(Direction.LOWER_IS_BETTER),
  /// Native threads in the middle of an iteration, worker processes and the JVMs' own included.
  THREADS(Direction.LOWER_IS_BETTER),
  /// Connections open in the middle of an iteration, worker processes included.
  CONNECTIONS(Direction.LOWER_IS_BETTER);

  /// Which way is better.
  public enum Direction {
    LOWER_IS_BETTER,
    HIGHER_IS_BETTER
  }

  private final Direction direction;

  Metric(Direction direction) {
    this.direction = direction;
  }

  public Direction direction() {
    return direction;
  }

  /// The name in the CSV: `time_p50`.
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
