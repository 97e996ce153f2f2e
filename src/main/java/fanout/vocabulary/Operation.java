package fanout.vocabulary;

/// What one operation of a benchmark is, and so the units of its metrics.
public enum Operation {
  /// A batch is fetched: milliseconds.
  BATCH(Unit.MS_PER_BATCH, 1e6, Unit.BATCHES_PER_SECOND, Unit.BYTES_PER_BATCH),
  /// A body is decoded: microseconds.
  DECODE(Unit.US_PER_DECODE, 1e3, Unit.DECODES_PER_SECOND, Unit.BYTES_PER_DECODE),
  /// A task without a fetch goes to another process and comes back: microseconds.
  TASK(Unit.US_PER_TASK, 1e3, Unit.TASKS_PER_SECOND, Unit.BYTES_PER_TASK);

  private final Unit time;
  private final double nanosPerUnit;
  private final Unit rate;
  private final Unit bytes;

  Operation(Unit time, double nanosPerUnit, Unit rate, Unit bytes) {
    this.time = time;
    this.nanosPerUnit = nanosPerUnit;
    this.rate = rate;
    this.bytes = bytes;
  }

  /// `ms/batch`, or `batches/s`, `bytes/batch`, `threads`, `connections`.
  public Unit unit(Metric metric) {
    return switch (metric) {
      case TIME_MEAN, TIME_P50, TIME_P90, TIME_P99, TIME_P99_9, TIME_MAX, CPU_TIME -> time;
      case THROUGHPUT -> rate;
      case ALLOCATED -> bytes;
      case THREADS -> Unit.THREADS;
      case CONNECTIONS -> Unit.CONNECTIONS;
    };
  }

  /// `nanos` in this operation's unit of time.
  public double timeInUnit(double nanos) {
    return nanos / nanosPerUnit;
  }

  /// `time` of this operation's unit in milliseconds.
  public double millisOf(double time) {
    return time * nanosPerUnit / 1e6;
  }

  /// Operations per second of `callers` that each start the next when the one before is done.
  ///
  /// @param meanTime of one operation, in this operation's unit of time
  public double throughput(int callers, double meanTime) {
    return callers * (1e9 / nanosPerUnit) / meanTime;
  }
}
