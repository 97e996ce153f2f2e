package fanout.gate.result;

import fanout.measure.Interference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A second fork of the baseline, which stands against the baseline's fork of the same row and
/// round: between the two nothing has changed.
///
/// @param row index into the run's rows, from 0
/// @param round number of the round, from 1
/// @param order `AB` where the pair's own baseline ran before it
/// @param fork what it found
/// @param startedAt when it was started
/// @param endedAt when it had ended
/// @param machine what else the machine did meanwhile
/// @param voidReason why it does not count, as a sentence; null where it does
public record ControlFork(
    int row,
    int round,
    ForkOrder order,
    GateFork fork,
    Instant startedAt,
    Instant endedAt,
    Interference machine,
    @Nullable String voidReason) {
  public ControlFork {
    Pair.requirePlace(row, round);
  }
}
