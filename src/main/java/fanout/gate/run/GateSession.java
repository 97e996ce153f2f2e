package fanout.gate.run;

import fanout.gate.arm.ArmException;
import fanout.gate.result.GateFile;
import fanout.gate.result.GateRun;
import fanout.measure.ForkFailedException;
import fanout.measure.Hardware;
import fanout.measure.Rounds;
import fanout.measure.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Measures a contest: lists, pilots, plan, rounds.
///
/// @param contest the arms
/// @param request what is asked
/// @param file `gate.json`
/// @param notes what to know beforehand, as sentences
/// @param judge says which rows still need pairs
/// @param lines hears what to tell people, line by line
/// @param stop ends the run early
public record GateSession(
    ArmPair contest,
    GateRequest request,
    Path file,
    List<String> notes,
    Function<GateRun, List<Integer>> judge,
    Consumer<String> lines,
    StopSignal stop) {

  /// Runs the pilots and tells the plan of the rows that work, and no more.
  ///
  /// @throws GateException if nothing can be judged, six pairs do not fit the budget, or a
  ///   benchmark failed
  public void dryRun() throws GateException, ArmException {
    var common = common();
    var piloted = pilots().of(common.rows());
    requireNotStopped();
    if (!piloted.pilots().isEmpty()) {
      var _ = tellPlan(piloted);
    }
    piloted.requireNoFailure();
  }

  /// Measures from the beginning. What was found is in the file after every round.
  ///
  /// @return the run, complete unless it was stopped or its budget was over
  /// @throws GateException if nothing can be judged, or six pairs do not fit the budget
  public GateRun run() throws GateException, ArmException, IOException {
    var startedAt = Instant.now();
    var common = common();
    var piloted = pilots().of(common.rows());
    requireNotStopped();
    int pairs = piloted.pilots().isEmpty() ? request.maxPairs() : tellPlan(piloted);
    var beginning = new ArrayList<>(notes);
    beginning.addAll(common.notes());
    var first = beginning(startedAt, piloted, pairs, beginning);
    GateFile.write(file, first);
    return rounds(first, piloted.forkSeconds(lengths()), piloted.seconds());
  }

  /// Goes on with a run that was stopped.
  ///
  /// @throws GateException if it was another run
  public GateRun resume(GateRun before) throws GateException, ArmException, IOException {
    ResumeCheck.require(before, this, Hardware.ofThisMachine());
    lines.accept(
        "Going on after round %s of at most %s."
            .formatted(
                before.pairs().stream().mapToInt(pair -> pair.round()).max().orElse(0),
                before.settings().maxPairs()));
    return rounds(before, PairTimes.forkSeconds(before), 0);
  }

  private CommonRows common() throws GateException, ArmException {
    var forks = contest.forks(request.jmh());
    var common =
        CommonRows.of(
            forks.baseline().list(request.includes(), request.excludes()),
            forks.candidate().list(request.includes(), request.excludes()),
            request.jmh().params());
    common.notes().forEach(lines);
    GatePlan.requireRoom(request, lengths(), common.rows().size());
    return common;
  }

  private ForkLengths lengths() {
    return new ForkLengths(request.asAnnotated(), request.jmh());
  }

  private Pilots pilots() {
    return new Pilots(contest.forks(request.jmh()).baseline(), lengths(), lines, stop);
  }

  private void requireNotStopped() throws GateException {
    if (stop.stopped()) {
      throw GateException.nothingToJudge("The run was stopped before its first round");
    }
  }

  private int tellPlan(PilotedRow piloted) throws GateException {
    var controlled = GateSchedule.controlled(request.seed(), piloted.count());
    var seconds = piloted.forkSeconds(lengths());
    var pace = new EtaEstimator(seconds, controlled, piloted.seconds(), System::nanoTime);
    var plan = GatePlan.of(request, pace, piloted.pilots(), piloted.seconds());
    plan.describe().forEach(lines);
    return plan.pairs();
  }

  private GateRun beginning(Instant startedAt, PilotedRow piloted, int pairs, List<String> allNotes)
      throws ArmException, IOException {
    return new GateRun(
        GateFile.VERSION,
        startedAt,
        Instant.now(),
        false,
        request.settings(pairs),
        contest.baselineRecord(),
        contest.candidateRecord(),
        Hardware.ofThisMachine(),
        piloted.rows(lengths()),
        List.of(),
        List.of(),
        List.of(),
        piloted.failures(),
        List.of(),
        allNotes);
  }

  private GateRun rounds(GateRun beginning, List<Double> forkSeconds, double secondsBefore)
      throws IOException {
    var ledger = new GateLedger(file, beginning, judge);
    var controlled = GateSchedule.controlled(request.seed(), beginning.rows().size());
    var pace = new EtaEstimator(forkSeconds, controlled, secondsBefore, System::nanoTime);
    var launcher =
        new GateForkLauncher(
            beginning.rows(),
            forkSeconds,
            contest.forks(request.jmh()),
            new ReferenceLoopProcess(contest.folder()),
            ledger,
            stop);
    try {
      var _ =
          new Rounds<>(
                  new GateSchedule(ledger, pace),
                  launcher,
                  new GateProgress(ledger, pace, lines),
                  stop)
              .run();
    } catch (ForkFailedException e) {
      ledger.note(StopReason.failed(e));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return ledger.run();
  }
}
