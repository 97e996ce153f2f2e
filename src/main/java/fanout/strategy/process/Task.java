package fanout.strategy.process;

/// A job on its way through the pool.
///
/// @param attempts how often it was handed to a worker
/// @param handedOverNanos when it was the last time, as [System#nanoTime()]; 0 before the first
/// @param cancelled whether its worker was requested to give it up
record Task(Job job, int attempts, long handedOverNanos, boolean cancelled) {
  /// The first try, and one more.
  private static final int MAX_ATTEMPTS = 2;

  /// A job that no worker was given yet.
  static Task of(Job job) {
    return new Task(job, 0, 0, false);
  }

  Task handedOver(long nowNanos) {
    return new Task(job, attempts + 1, nowNanos, false);
  }

  Task cancel() {
    return new Task(job, attempts, handedOverNanos, true);
  }

  /// Whether no other worker is to try it.
  boolean isLast() {
    return attempts == MAX_ATTEMPTS;
  }
}
