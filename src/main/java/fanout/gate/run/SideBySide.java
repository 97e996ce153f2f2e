package fanout.gate.run;

import fanout.gate.result.ControlFork;
import fanout.gate.result.ForkOrder;
import fanout.gate.result.GateFork;
import fanout.gate.result.Pair;
import fanout.gate.run.ForkOutcome.RowMeasured;
import fanout.gate.run.ScheduledFork.Fork;
import fanout.gate.run.ScheduledFork.OfRow;
import fanout.measure.Interference;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Forks of one row, measured side by side.
///
/// @param scheduled what was to be measured
/// @param forks all that were
/// @param startedAt when the first was started
/// @param endedAt when the last had ended
/// @param machine what else the machine did meanwhile
record SideBySide(
    OfRow scheduled,
    Map<Fork, GateFork> forks,
    Instant startedAt,
    Instant endedAt,
    Interference machine) {
  RowMeasured outcome() {
    return new RowMeasured(pair(), control());
  }

  private Pair pair() {
    return new Pair(
        scheduled.row(),
        scheduled.round(),
        order(Fork.CANDIDATE),
        fork(Fork.BASELINE),
        fork(Fork.CANDIDATE),
        startedAt,
        endedAt,
        machine,
        null);
  }

  private @Nullable ControlFork control() {
    if (!forks.containsKey(Fork.CONTROL)) {
      return null;
    }
    var control = fork(Fork.CONTROL);
    return new ControlFork(
        scheduled.row(),
        scheduled.round(),
        order(Fork.CONTROL),
        control,
        control.startedAt(),
        control.endedAt(),
        machine,
        null);
  }

  private GateFork fork(Fork which) {
    return Objects.requireNonNull(forks.get(which));
  }

  /// Whether the baseline ran before another.
  private ForkOrder order(Fork other) {
    var order = scheduled.forks();
    return order.indexOf(Fork.BASELINE) < order.indexOf(other) ? ForkOrder.AB : ForkOrder.BA;
  }
}
