package fanout.suite.plan;

/// How much strategies may do at once where nothing else is asked for.
///
/// @param threads platform threads of a pool
/// @param processes worker JVMs
/// @param inFlight fetches at once in each worker JVM
public record Pools(int threads, int processes, int inFlight) {
  int of(Parameter pool) {
    return switch (pool) {
      case THREADS -> threads;
      case PROCESSES -> processes;
      case IN_FLIGHT -> inFlight;
      case STRATEGY, DELAY, BODIES, CONTENT, ENDPOINTS, CALLERS ->
          throw new IllegalArgumentException(pool + " is no size of a pool");
    };
  }
}
