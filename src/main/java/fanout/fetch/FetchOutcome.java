package fanout.fetch;

/// What became of one fetch of a batch.
public sealed interface FetchOutcome permits FetchResult, FetchFailure {
  /// The endpoint that was to be fetched.
  Endpoint endpoint();
}
