package fanout.fetch;

/// What a [Decoder] makes of a field that a record of the six endpoints has twice.
public enum Decoding {
  /// It is an error, as in any other JSON. To keep account of the names takes 1.3 to 1.4 times as
  /// long.
  STRICT,

  /// The last one counts, as in most readers of JSON: what the benchmarks time.
  LAST_FIELD_COUNTS
}
