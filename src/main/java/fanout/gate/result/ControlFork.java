package fanout.gate.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import fanout.measure.Interference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An A/A control: a second fork of the baseline, which stands against the baseline's fork of the
/// same row and round: between the two nothing has changed.
///
/// @param row index into the run's rows, from 0
/// @param round number of the round, from 1
/// @param order `AB` where the pair's own baseline ran before it
/// @param fork what it found
/// @param startedAt when it was started
/// @param endedAt when it had ended
/// @param machine what else the machine did meanwhile
/// @param discardReason why it does not count, for people; null where it does
public record ControlFork(
    int row,
    int round,
    ForkOrder order,
    GateFork fork,
    Instant startedAt,
    Instant endedAt,
    Interference machine,
    @JsonProperty("voidReason") @Nullable String discardReason) {
  public ControlFork {
    Pair.requirePlace(row, round);
  }

  /// Whether it is judged.
  public boolean counts() {
    return discardReason == null;
  }

  /// The same, which does not count.
  public ControlFork discarded(String reason) {
    return new ControlFork(row, round, order, fork, startedAt, endedAt, machine, reason);
  }
}
