package fanout.fetch;

/// Hears of fetches as they happen, on whichever thread they happen; must be thread-safe and quick.
public interface FetchListener {
  /// Hears nothing.
  FetchListener NONE = new FetchListener() {};

  /// A fetch begins, `startedNs` nanoseconds after its batch began.
  default void started(Endpoint endpoint, long startedNs) {}

  default void finished(FetchResult fetched) {}
}
