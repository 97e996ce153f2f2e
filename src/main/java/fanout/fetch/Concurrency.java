package fanout.fetch;

/// How much a strategy may do at once; each strategy uses what concerns it.
///
/// @param threads platform threads of a pool in this JVM, at most [#MAX_THREADS]
/// @param processes worker JVMs
/// @param inFlight fetches at once in each worker JVM
public record Concurrency(int threads, int processes, int inFlight) {
  /// As many as a servlet container has.
  public static final int DEFAULT_THREADS = 200;

  /// The most that a [java.util.concurrent.ForkJoinPool] takes.
  public static final int MAX_THREADS = 32_767;

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if a number is less than 1, or `threads` more than
  ///   [#MAX_THREADS]
  public Concurrency {
    requirePositive("threads", threads);
    if (threads > MAX_THREADS) {
      throw new IllegalArgumentException(
          "The number of threads must be at most " + MAX_THREADS + ", got: " + threads);
    }
    requirePositive("processes", processes);
    requirePositive("in flight", inFlight);
  }

  /// 200 threads; a worker JVM per core, which share six endpoints evenly: three each on two cores.
  public static Concurrency byDefault() {
    int cores = Runtime.getRuntime().availableProcessors();
    int processes = Math.min(cores, Endpoint.SIX.size());
    return new Concurrency(
        DEFAULT_THREADS, processes, Math.ceilDiv(Endpoint.SIX.size(), processes));
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "The number of " + name + " must be at least 1, got: " + value);
    }
  }
}
