package fanout.fetch;

/// A fetch that failed, beside others of its batch that may not have.
///
/// @param cause names the endpoint and says what was wrong
public record FetchFailure(Endpoint endpoint, FetchException cause) implements FetchOutcome {
  /// The failure of a fetch that was not finished when the time of its batch was over.
  static FetchFailure late(Endpoint endpoint, Batch batch) {
    return new FetchFailure(
        endpoint,
        new FetchException(
            endpoint.name(),
            "was not finished within "
                + FailureMessages.inWords(batch.deadline())
                + ", the time of the batch",
            null));
  }
}
