package fanout.fetch;

import java.time.Duration;
import java.util.List;

/// What one call of a [BatchFetcher] requests.
///
/// @param endpoints what to fetch, each once
/// @param pause how long the client waits after each fetch; not negative
/// @param deadline from the start of the batch until all is fetched, pauses included; positive
public record Batch(List<Endpoint> endpoints, Duration pause, Duration deadline) {
  /// None: each fetch has its own, which [FetchSettings] holds.
  public static final Duration NO_DEADLINE = Duration.ofNanos(Long.MAX_VALUE);

  /// Checks the times.
  ///
  /// @throws IllegalArgumentException if `pause` is negative, or `deadline` not positive
  public Batch {
    if (pause.isNegative()) {
      throw new IllegalArgumentException("The pause must not be negative, got: " + pause);
    }
    if (!deadline.isPositive()) {
      throw new IllegalArgumentException(
          "The deadline of a batch must be positive, got: " + deadline);
    }
  }

  /// A batch without a deadline of its own.
  public Batch(List<Endpoint> endpoints, Duration pause) {
    this(endpoints, pause, NO_DEADLINE);
  }

  /// A batch without pause.
  public static Batch of(List<Endpoint> endpoints) {
    return new Batch(endpoints, Duration.ZERO);
  }

  /// Whether its time is bounded.
  public boolean hasDeadline() {
    return !deadline.equals(NO_DEADLINE);
  }

  public Batch withDeadline(Duration newDeadline) {
    return new Batch(endpoints, pause, newDeadline);
  }
}
