package fanout.fetch;

/// When a fetch may send its request more than once: never, unless it is asked to. A GET can be
/// repeated, for it changes nothing at the server, but it costs the server work.
///
/// @param retries requests after one that failed for a reason that may pass; at most [#MAX_RETRIES]
/// @param hedgePercentile when a response takes longer than this percentage of the latest
///   responses, a second request is sent, and the first response counts; 0 for no such requests,
///   otherwise [#MIN_PERCENTILE] to [#MAX_PERCENTILE]
public record Repeats(int retries, int hedgePercentile) {
  /// One request per fetch.
  public static final Repeats NONE = new Repeats(0, 0);

  public static final int MAX_RETRIES = 10;
  public static final int MIN_PERCENTILE = 50;
  public static final int MAX_PERCENTILE = 99;

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if one is out of its range
  public Repeats {
    if (retries < 0 || retries > MAX_RETRIES) {
      throw new IllegalArgumentException(
          "There are 0 to " + MAX_RETRIES + " retries, got: " + retries);
    }
    if (hedgePercentile != 0
        && (hedgePercentile < MIN_PERCENTILE || hedgePercentile > MAX_PERCENTILE)) {
      throw new IllegalArgumentException(
          "Requests are hedged after percentile %d to %d, got: %d"
              .formatted(MIN_PERCENTILE, MAX_PERCENTILE, hedgePercentile));
    }
  }

  boolean isNone() {
    return equals(NONE);
  }
}
