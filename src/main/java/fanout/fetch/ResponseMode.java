package fanout.fetch;

/// What of an answer comes back to the caller.
public enum ResponseMode {
  /// Status, number of bytes and number of items.
  SUMMARY,
  /// The bytes of the body too, which a worker process must ship.
  BODY
}
