package fanout.gate.run;

import fanout.gate.arm.ArmException;
import fanout.gate.result.GateFile;
import fanout.gate.result.GateResults;
import fanout.gate.result.GateRun;
import fanout.gate.result.RunStatus;
import fanout.measure.Hardware;
import fanout.measure.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Measures two arms: lists, pilots, plan, rounds.
///
/// @param arms the arms
/// @param request what is requested
/// @param file `gate.json`
/// @param notes what to know beforehand, as sentences
/// @param judge says which rows still need pairs
/// @param lines hears what people should know, line by line
/// @param stop ends the run early
public record GateSession(
    ArmPair arms,
    GateRequest request,
    Path file,
    List<String> notes,
    Function<GateRun, List<Integer>> judge,
    Consumer<String> lines,
    StopSignal stop) {

  /// Runs the pilots and reports the plan of the rows that work, and no more.
  ///
  /// @throws GateException if nothing can be judged, six pairs do not fit the budget, or a
  ///   benchmark failed
  public void dryRun() throws GateException, ArmException, IOException {
    var prepared = preparation().prepared();
    if (!prepared.piloted().pilots().isEmpty()) {
      prepared.plan(request).describe().forEach(lines);
    }
    prepared.piloted().requireNoFailure();
  }

  /// Measures from the beginning. What was found is in the file after the pilots, which a run that
  /// does not fit its budget leaves to be resumed, and after every round.
  ///
  /// @return the run, complete unless it was stopped or its budget was over
  /// @throws GateException if nothing can be judged, or six pairs do not fit the budget
  public GateRun run() throws GateException, ArmException, IOException {
    var startedAt = Instant.now();
    var prepared = preparation().prepared();
    GateFile.write(file, beginning(startedAt, prepared, request.settings().maxPairs()));
    if (!prepared.piloted().pilots().isEmpty()) {
      var plan = prepared.plan(request);
      plan.describe().forEach(lines);
      GateFile.write(file, beginning(startedAt, prepared, plan.mostPairs()));
    }
    return rounds(GateFile.read(file), prepared.forkSeconds(), prepared.secondsSpent());
  }

  /// Resumes a run that was stopped, with the budget that is requested now.
  ///
  /// @throws GateException if it was another run
  public GateRun resume(GateRun before) throws GateException, ArmException, IOException {
    ResumeCheck.require(before, this, Hardware.ofThisMachine());
    lines.accept(
        "Resuming after round %s of at most %s."
            .formatted(before.lastRound(), before.settings().maxPairs()));
    var settings = before.settings().withBudget(request.settings().budgetSeconds());
    return rounds(before.withSettings(settings), PairTimes.forkSeconds(before), 0);
  }

  private Preparation preparation() {
    return new Preparation(arms, request, lines, stop);
  }

  private GateRun beginning(Instant startedAt, Prepared prepared, int pairs)
      throws ArmException, IOException {
    return new GateRun(
        RunStatus.underWay(startedAt),
        request.settings(pairs),
        arms.baselineRecord(),
        arms.candidateRecord(),
        Hardware.ofThisMachine(),
        prepared.rows(),
        prepared.differences(),
        GateResults.none(prepared.piloted().failures()),
        Stream.concat(notes.stream(), prepared.notes().stream()).toList());
  }

  private GateRun rounds(GateRun beginning, List<Double> forkSeconds, double secondsBefore)
      throws IOException {
    var settings = beginning.settings();
    var controlled = GateSchedule.controlled(settings.seed(), beginning.comparableRows());
    var eta = new EtaEstimator(forkSeconds, controlled, secondsBefore, System::nanoTime);
    return new GateRounds(
            new GateLedger(file, beginning),
            new GateSchedule(settings.seed(), beginning.comparableRows()),
            launcher(beginning, forkSeconds),
            new Discards(beginning),
            new RoundBudget(settings.budgetSeconds(), eta),
            judge,
            lines,
            stop)
        .run();
  }

  private GateForkLauncher launcher(GateRun beginning, List<Double> forkSeconds)
      throws IOException {
    return new GateForkLauncher(
        beginning.rows(),
        forkSeconds,
        arms.forks(request.jmh()),
        new ReferenceLoopProcess(arms.folder()),
        lines,
        stop);
  }
}
