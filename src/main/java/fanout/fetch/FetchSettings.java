package fanout.fetch;

import java.net.URI;
import java.time.Duration;

/// How each endpoint is fetched, the same for every strategy.
///
/// @param baseUri the server that paths are resolved against
/// @param deadline from the start of a fetch to the last byte of its body; positive
/// @param responseMode what of the response comes back to the caller
/// @param maxBodyBytes what a body may have; a longer one fails its fetch; at most
///   [#MAX_BODY_BYTES]
/// @param decoding what a field that is there twice is
/// @param repeats when a fetch sends its request more than once
public record FetchSettings(
    URI baseUri,
    Duration deadline,
    ResponseMode responseMode,
    int maxBodyBytes,
    Decoding decoding,
    Repeats repeats) {
  /// Long enough for any response of the stub, short enough for a person to wait for the error.
  public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(30);

  /// 64 MB, far beyond what a service sends in one response.
  public static final int DEFAULT_MAX_BODY_BYTES = 64_000_000;

  /// 1 GB, which still fits an array.
  public static final int MAX_BODY_BYTES = 1_000_000_000;

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if the deadline is not positive, or `maxBodyBytes` less than
  ///   1 or more than [#MAX_BODY_BYTES]
  public FetchSettings {
    if (!deadline.isPositive()) {
      throw new IllegalArgumentException("The deadline must be positive, got: " + deadline);
    }
    if (maxBodyBytes < 1 || maxBodyBytes > MAX_BODY_BYTES) {
      throw new IllegalArgumentException(
          "A body may have 1 to " + MAX_BODY_BYTES + " bytes, got: " + maxBodyBytes);
    }
  }

  /// The defaults, summaries, strict decoding, and one request per fetch.
  public static FetchSettings of(URI baseUri) {
    return new FetchSettings(
        baseUri,
        DEFAULT_DEADLINE,
        ResponseMode.SUMMARY,
        DEFAULT_MAX_BODY_BYTES,
        Decoding.STRICT,
        Repeats.NONE);
  }

  public FetchSettings withDeadline(Duration newDeadline) {
    return new FetchSettings(baseUri, newDeadline, responseMode, maxBodyBytes, decoding, repeats);
  }

  public FetchSettings withResponseMode(ResponseMode newResponseMode) {
    return new FetchSettings(baseUri, deadline, newResponseMode, maxBodyBytes, decoding, repeats);
  }

  public FetchSettings withMaxBodyBytes(int newMaxBodyBytes) {
    return new FetchSettings(baseUri, deadline, responseMode, newMaxBodyBytes, decoding, repeats);
  }

  public FetchSettings withDecoding(Decoding newDecoding) {
    return new FetchSettings(baseUri, deadline, responseMode, maxBodyBytes, newDecoding, repeats);
  }

  public FetchSettings withRepeats(Repeats newRepeats) {
    return new FetchSettings(baseUri, deadline, responseMode, maxBodyBytes, decoding, newRepeats);
  }
}
