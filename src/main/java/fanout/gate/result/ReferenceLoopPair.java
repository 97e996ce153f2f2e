package fanout.gate.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import fanout.measure.Interference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A piece of work that needs nothing but the JDK, measured as if it had two arms: it is the same
/// in both.
///
/// @param round number of the round, from 1
/// @param order which of the two ran first
/// @param baseline time of the one in the baseline's place, in nanoseconds
/// @param candidate time of the other, in nanoseconds
/// @param startedAt when the first was started
/// @param endedAt when the second had ended
/// @param machine what else the machine did meanwhile
/// @param discardReason why the pair does not count, for people; null where it does
public record ReferenceLoopPair(
    int round,
    ForkOrder order,
    double baseline,
    double candidate,
    Instant startedAt,
    Instant endedAt,
    Interference machine,
    @JsonProperty("voidReason") @Nullable String discardReason) {
  public ReferenceLoopPair {
    Pair.requirePlace(0, round);
    if (!(baseline > 0 && candidate > 0)
        || Double.isInfinite(baseline)
        || Double.isInfinite(candidate)) {
      throw new IllegalArgumentException(
          "The reference loop's times must be positive, got %s and %s"
              .formatted(baseline, candidate));
    }
  }

  /// Whether it is judged.
  public boolean counts() {
    return discardReason == null;
  }

  /// The same, which does not count.
  public ReferenceLoopPair discarded(String reason) {
    return new ReferenceLoopPair(
        round, order, baseline, candidate, startedAt, endedAt, machine, reason);
  }
}
