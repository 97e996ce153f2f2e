package fanout.vocabulary;

import java.util.Locale;

/// What one operation of a benchmark is, and so the units of its metrics.
public enum Operation {
  /// A batch is fetched: milliseconds.
  BATCH("ms", 1e6),
  /// A body is decoded: microseconds.
  DECODE("us", 1e3),
  /// A task without a fetch goes to another process and comes back: microseconds.
  TASK("us", 1e3);

  private final String timeUnit;
  private final double nanosPerUnit;

  Operation(String timeUnit, double nanosPerUnit) {
    this.timeUnit = timeUnit;
    this.nanosPerUnit = nanosPerUnit;
  }

  /// `ms/batch`, or `batches/s`, `bytes/batch`, `threads`, `connections`.
  public String unit(Metric metric) {
    var name = name().toLowerCase(Locale.ROOT);
    return switch (metric) {
      case TIME_MEAN, TIME_P50, TIME_P90, TIME_P99, TIME_P99_9, TIME_MAX, CPU_TIME ->
          timeUnit + "/" + name;
      case THROUGHPUT -> this == BATCH ? "batches/s" : name + "s/s";
      case ALLOCATED -> "bytes/" + name;
      case THREADS -> "threads";
      case CONNECTIONS -> "connections";
    };
  }

  /// `nanos` in this operation's unit of time.
  public double timeInUnit(double nanos) {
    return nanos / nanosPerUnit;
  }

  public double secondsOf(double time) {
    return time * nanosPerUnit / 1e9;
  }
}
