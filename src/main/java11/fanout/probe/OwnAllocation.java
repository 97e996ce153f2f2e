package fanout.probe;

import org.openjdk.jmh.annotations.Mode;

/// Tells what a benchmark allocates from what JMH itself does in an iteration: seen with JMH 1.37
/// on JDK 25 with 1 to 32 threads that allocate nothing, within 200 bytes. As a part of an
/// operation that would be the more the longer one takes, and a slower benchmark that allocates
/// nothing would be said to allocate more.
final class OwnAllocation {
  private static final long ITERATION = 660;
  private static final long THREAD = 1_180;
  private static final long SHOT_THREAD = 770;

  /// A sampling thread keeps its times.
  private static final long SAMPLING_THREAD = 30_440;

  /// What is left of so much is none, as another JMH or JDK takes a little more, and threads that
  /// must wait for each other on a busy machine do: per iteration, and per thread.
  private static final long SLACK = 1_024;

  private static final long THREAD_SLACK = 1_024;
  private static final long SAMPLING_THREAD_SLACK = 4_096;

  /// An operation that allocates as much is never said to allocate nothing, however few there were
  /// in an iteration.
  private static final double MOST_HIDDEN = 1_024;

  /// Less is none, however many operations there were: the smallest object, in one of a thousand.
  private static final double LEAST = 16.0 / 1_000;

  private OwnAllocation() {}

  /// Bytes of the benchmark's own per operation.
  ///
  /// @param bytes allocated in an iteration, JMH's own among them
  /// @param operations at least one
  /// @param threads of JMH
  static double perOperation(long bytes, long operations, int threads, Mode mode) {
    double left = bytes - jmh(threads, mode);
    double each = left / operations;
    boolean none = left < slack(threads, mode) && each < MOST_HIDDEN;
    return none || each < LEAST ? 0 : each;
  }

  private static long jmh(int threads, Mode mode) {
    long other = mode == Mode.SingleShotTime ? SHOT_THREAD : THREAD;
    return ITERATION + threads * (mode == Mode.SampleTime ? SAMPLING_THREAD : other);
  }

  private static long slack(int threads, Mode mode) {
    return SLACK + threads * (mode == Mode.SampleTime ? SAMPLING_THREAD_SLACK : THREAD_SLACK);
  }
}
