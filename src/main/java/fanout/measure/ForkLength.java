package fanout.measure;

import java.time.Duration;

/// What a fork of JMH does: iterations and their time. In single-shot mode the time of an iteration
/// is what it takes.
public record ForkLength(
    int warmupIterations, long warmupMillis, int iterations, long iterationMillis) {
  /// Warm-up and measuring together.
  public Duration total() {
    return Duration.ofMillis(warmupIterations * warmupMillis + iterations * iterationMillis);
  }
}
