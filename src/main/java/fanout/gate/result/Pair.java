package fanout.gate.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import fanout.measure.Interference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One fork of each arm, side by side.
///
/// @param row index into the run's rows, from 0
/// @param round number of the round, from 1
/// @param order which fork ran first
/// @param startedAt when the first fork was started
/// @param endedAt when the second had ended
/// @param machine what else the machine did meanwhile
/// @param discardReason why the pair does not count, for people; null where it does
public record Pair(
    int row,
    int round,
    ForkOrder order,
    GateFork baseline,
    GateFork candidate,
    Instant startedAt,
    Instant endedAt,
    Interference machine,
    @JsonProperty("voidReason") @Nullable String discardReason) {
  public Pair {
    requirePlace(row, round);
  }

  /// Whether it is judged.
  public boolean counts() {
    return discardReason == null;
  }

  /// The same pair, which does not count.
  public Pair discarded(String reason) {
    return new Pair(row, round, order, baseline, candidate, startedAt, endedAt, machine, reason);
  }

  static void requirePlace(int row, int round) {
    if (row < 0 || round < 1) {
      throw new IllegalArgumentException(
          "Rows count from 0 and rounds from 1, got row " + row + " in round " + round);
    }
  }
}
