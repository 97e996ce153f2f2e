package fanout.gate.run;

import fanout.gate.result.ArmName;
import fanout.gate.result.ForkOrder;
import fanout.gate.result.GateFork;
import fanout.gate.result.GateRow;
import fanout.gate.result.ReferenceLoopPair;
import fanout.gate.result.RowFailure;
import fanout.gate.run.ForkOutcome.ReferenceLoopMeasured;
import fanout.gate.run.ForkOutcome.RowFailed;
import fanout.gate.run.ScheduledFork.Fork;
import fanout.gate.run.ScheduledFork.OfReferenceLoop;
import fanout.gate.run.ScheduledFork.OfRow;
import fanout.measure.ForkFailedException;
import fanout.measure.ForkLauncher;
import fanout.measure.MachineReading;
import fanout.measure.StopSignal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Measures what a round has scheduled. A failed benchmark is an outcome: the other rows are
/// measured still.
///
/// @param rows what is compared
/// @param forkSeconds what a fork of each row should take
/// @param forks runs them
/// @param referenceLoop runs the reference loop
/// @param lines hears of a fork that is tried once more
/// @param stop whether the run is to end
record GateForkLauncher(
    List<GateRow> rows,
    List<Double> forkSeconds,
    RowForks forks,
    ReferenceLoopProcess referenceLoop,
    Consumer<String> lines,
    StopSignal stop)
    implements ForkLauncher<ScheduledFork, ForkOutcome> {

  @Override
  public ForkOutcome launch(ScheduledFork scheduled, int round) throws ForkFailedException {
    return switch (scheduled) {
      case OfRow row -> rowOutcome(row);
      case OfReferenceLoop twice -> referenceLoopOutcome(twice);
    };
  }

  private ForkOutcome rowOutcome(OfRow scheduled) throws ForkFailedException {
    var startedAt = Instant.now();
    var before = MachineReading.now();
    Map<Fork, GateFork> measured = new EnumMap<>(Fork.class);
    for (var which : scheduled.forks()) {
      var arm = armOf(which);
      try {
        measured.put(which, run(which, scheduled));
      } catch (ForkFailedException e) {
        return failure(scheduled, arm, e);
      }
    }
    var machine = MachineReading.now().since(before);
    return new SideBySide(scheduled, measured, startedAt, Instant.now(), machine).outcome();
  }

  /// A fork that fails once, as when memory was short for a moment, is tried once more.
  private GateFork run(Fork which, OfRow scheduled) throws ForkFailedException {
    var row = rows.get(scheduled.row());
    double seconds = forkSeconds.get(scheduled.row());
    try {
      return forks.run(which, row, seconds);
    } catch (ForkFailedException e) {
      if (stop.stoppedWithin(StopSignal.PATIENCE)) {
        throw e;
      }
      lines.accept(
          "%s failed in the %s and is tried once more: %s"
              .formatted(row.label(), armOf(which).label(), e.getMessage()));
      return forks.run(which, row, seconds);
    }
  }

  private static ArmName armOf(Fork which) {
    return switch (which) {
      case BASELINE, CONTROL -> ArmName.BASELINE;
      case CANDIDATE -> ArmName.CANDIDATE;
    };
  }

  /// A fork that was ended by the stop is no failure of its benchmark.
  private ForkOutcome failure(OfRow scheduled, ArmName arm, ForkFailedException failure)
      throws ForkFailedException {
    if (stop.stoppedWithin(StopSignal.PATIENCE)) {
      throw new ForkFailedException("The run was stopped", failure);
    }
    return new RowFailed(
        new RowFailure(scheduled.row(), arm, String.valueOf(failure.getMessage())));
  }

  private ForkOutcome referenceLoopOutcome(OfReferenceLoop scheduled) throws ForkFailedException {
    var startedAt = Instant.now();
    var before = MachineReading.now();
    double first = referenceLoop.nanos();
    double second = referenceLoop.nanos();
    var machine = MachineReading.now().since(before);
    boolean baselineFirst = scheduled.order() == ForkOrder.AB;
    return new ReferenceLoopMeasured(
        new ReferenceLoopPair(
            scheduled.round(),
            scheduled.order(),
            baselineFirst ? first : second,
            baselineFirst ? second : first,
            startedAt,
            Instant.now(),
            machine,
            null));
  }
}
