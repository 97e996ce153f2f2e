package fanout.fetch;

/// What of a response comes back to the caller.
public enum ResponseMode {
  /// Status, number of bytes and number of items.
  SUMMARY,
  /// The bytes of the body too, which a worker process must ship.
  BODY
}
