package fanout.fetch;

import java.net.URI;
import java.time.Duration;

/// How each endpoint is fetched, the same for every strategy.
///
/// @param baseUri the server that paths are resolved against
/// @param deadline from the start of a fetch to the last byte of its body; positive
/// @param responseMode what of the response comes back to the caller
public record FetchSettings(URI baseUri, Duration deadline, ResponseMode responseMode) {
  /// Long enough for any response of the stub, short enough for a person to wait for the error.
  public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(30);

  /// @throws IllegalArgumentException if the deadline is not positive
  public FetchSettings {
    if (!deadline.isPositive()) {
      throw new IllegalArgumentException("The deadline must be positive, got: " + deadline);
    }
  }

  /// The default deadline, and summaries.
  public static FetchSettings of(URI baseUri) {
    return new FetchSettings(baseUri, DEFAULT_DEADLINE, ResponseMode.SUMMARY);
  }

  public FetchSettings withDeadline(Duration newDeadline) {
    return new FetchSettings(baseUri, newDeadline, responseMode);
  }

  public FetchSettings withResponseMode(ResponseMode newResponseMode) {
    return new FetchSettings(baseUri, deadline, newResponseMode);
  }
}
