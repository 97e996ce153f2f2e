package fanout.gate.run;

import fanout.gate.result.ArmName;
import fanout.gate.result.ControlFork;
import fanout.gate.result.ForkOrder;
import fanout.gate.result.GateFork;
import fanout.gate.result.GateRow;
import fanout.gate.result.Pair;
import fanout.gate.result.ReferenceLoopPair;
import fanout.gate.result.RowFailure;
import fanout.gate.run.ScheduledFork.Fork;
import fanout.measure.ForkFailedException;
import fanout.measure.ForkLauncher;
import fanout.measure.Interference;
import fanout.measure.MachineReading;
import fanout.measure.StopSignal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Measures the entries of a round. A failed benchmark is something found: the other rows go on.
///
/// @param rows what is compared
/// @param forkSeconds what a fork of each row should take
/// @param forks runs them
/// @param ruler runs the ruler
/// @param ledger says what does not count
/// @param stop whether the run is to end
record GateForkLauncher(
    List<GateRow> rows,
    List<Double> forkSeconds,
    RowForks forks,
    ReferenceLoopProcess ruler,
    GateLedger ledger,
    StopSignal stop)
    implements ForkLauncher<ScheduledFork, ForkOutcome> {
  /// An arm's fork failed.
  private static final class ArmFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final ArmName arm;

    ArmFailed(ArmName arm, ForkFailedException cause) {
      super(cause.getMessage(), cause);
      this.arm = arm;
    }
  }

  @Override
  public ForkOutcome launch(ScheduledFork entry, int pass) throws ForkFailedException {
    try {
      return switch (entry) {
        case ScheduledFork.OfPair pair -> pair(pair);
        case ScheduledFork.OfTriple triple -> triple(triple);
        case ScheduledFork.OfRuler twice -> ruler(twice);
      };
    } catch (ArmFailed e) {
      return failure(entry, e);
    }
  }

  private ForkOutcome pair(ScheduledFork.OfPair entry) throws ArmFailed {
    boolean baselineFirst = entry.order() == ForkOrder.AB;
    var order =
        baselineFirst
            ? List.of(Fork.BASELINE, Fork.CANDIDATE)
            : List.of(Fork.CANDIDATE, Fork.BASELINE);
    return new ForkOutcome.APair(pairOf(entry, entry.row(), measured(entry, entry.row(), order)));
  }

  private ForkOutcome triple(ScheduledFork.OfTriple entry) throws ArmFailed {
    var measured = measured(entry, entry.row(), entry.forks());
    var second = measured.fork(Fork.SECOND_BASELINE);
    return new ForkOutcome.ATriple(
        pairOf(entry, entry.row(), measured),
        new ControlFork(
            entry.row(),
            entry.round(),
            measured.order(Fork.SECOND_BASELINE),
            second,
            second.startedAt(),
            second.endedAt(),
            measured.machine,
            measured.voidReason));
  }

  /// Forks of one row, side by side.
  private record Measured(
      List<Fork> order,
      Map<Fork, GateFork> forks,
      Instant startedAt,
      Instant endedAt,
      Interference machine,
      @Nullable String voidReason) {
    GateFork fork(Fork which) {
      return Objects.requireNonNull(forks.get(which));
    }

    /// Whether the baseline ran before another.
    ForkOrder order(Fork other) {
      return order.indexOf(Fork.BASELINE) < order.indexOf(other) ? ForkOrder.AB : ForkOrder.BA;
    }
  }

  private Measured measured(ScheduledFork entry, int row, List<Fork> order) throws ArmFailed {
    var startedAt = Instant.now();
    var before = MachineReading.now();
    Map<Fork, GateFork> found = new EnumMap<>(Fork.class);
    for (var which : order) {
      found.put(which, fork(armOf(which), row));
    }
    var machine = MachineReading.now().since(before);
    return new Measured(
        order, found, startedAt, Instant.now(), machine, ledger.voidReason(entry, machine));
  }

  private static Pair pairOf(ScheduledFork entry, int row, Measured measured) {
    return new Pair(
        row,
        entry.round(),
        measured.order(Fork.CANDIDATE),
        measured.fork(Fork.BASELINE),
        measured.fork(Fork.CANDIDATE),
        measured.startedAt,
        measured.endedAt,
        measured.machine,
        measured.voidReason);
  }

  private static ArmName armOf(Fork which) {
    return switch (which) {
      case BASELINE, SECOND_BASELINE -> ArmName.BASELINE;
      case CANDIDATE -> ArmName.CANDIDATE;
    };
  }

  private ForkOutcome ruler(ScheduledFork.OfRuler entry) throws ForkFailedException {
    var startedAt = Instant.now();
    var before = MachineReading.now();
    double first = ruler.nanos();
    double second = ruler.nanos();
    var machine = MachineReading.now().since(before);
    boolean baselineFirst = entry.order() == ForkOrder.AB;
    return new ForkOutcome.ARuler(
        new ReferenceLoopPair(
            entry.round(),
            entry.order(),
            baselineFirst ? first : second,
            baselineFirst ? second : first,
            startedAt,
            Instant.now(),
            machine,
            ledger.voidReason(entry, machine)));
  }

  private GateFork fork(ArmName arm, int row) throws ArmFailed {
    try {
      return forks.run(arm, rows.get(row), forkSeconds.get(row));
    } catch (ForkFailedException e) {
      throw new ArmFailed(arm, e);
    }
  }

  /// A fork that was ended by the stop is no failure of its benchmark.
  private ForkOutcome failure(ScheduledFork entry, ArmFailed failed) throws ForkFailedException {
    if (stop.stoppedWithin(StopSignal.PATIENCE)) {
      throw new ForkFailedException("The run was stopped", failed);
    }
    return switch (entry) {
      case ScheduledFork.OfPair(int row, int _, ForkOrder _) -> failure(row, failed);
      case ScheduledFork.OfTriple(int row, int _, var _) -> failure(row, failed);
      case ScheduledFork.OfRuler _ ->
          throw new ForkFailedException(String.valueOf(failed.getMessage()), failed);
    };
  }

  private static ForkOutcome failure(int row, ArmFailed failed) {
    return new ForkOutcome.AFailure(
        new RowFailure(row, failed.arm, String.valueOf(failed.getMessage())));
  }
}
