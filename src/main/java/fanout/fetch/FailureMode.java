package fanout.fetch;

/// What a batch does when one of its fetches fails.
public enum FailureMode {
  /// The first failure in time ends the batch, and cancels what still runs.
  FAIL_FAST,
  /// The others go on; what came of each is told.
  COLLECT
}
