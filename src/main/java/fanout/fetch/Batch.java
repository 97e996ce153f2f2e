package fanout.fetch;

import java.time.Duration;
import java.util.List;

/// What one call of a [BatchFetcher] requests.
///
/// @param endpoints what to fetch, each once
/// @param pause how long the client waits after each fetch; not negative
public record Batch(List<Endpoint> endpoints, Duration pause) {
  /// Checks the pause.
  ///
  /// @throws IllegalArgumentException if `pause` is negative
  public Batch {
    if (pause.isNegative()) {
      throw new IllegalArgumentException("The pause must not be negative, got: " + pause);
    }
  }

  /// A batch without pause.
  public static Batch of(List<Endpoint> endpoints) {
    return new Batch(endpoints, Duration.ZERO);
  }
}
