package fanout.vocabulary;

/// What bounds how many fetches of a batch are under way at once.
public enum FetchLimit {
  /// One after the other.
  ONE,
  /// Threads of a pool.
  THREADS,
  /// Worker processes, each with so many in flight.
  PROCESSES,
  /// The batch itself: all at once.
  BATCH
}
