package fanout.gate.run;

import fanout.gate.arm.ArmException;
import fanout.gate.arm.ArmJmh;
import fanout.gate.arm.ListedBenchmark;
import fanout.gate.result.ArmDifferences;
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
    var common = common();
    var piloted = pilots().of(comparedArms().comparable(common.rows()));
    requireNotStopped();
    if (!piloted.pilots().isEmpty()) {
      var _ = reportPlan(piloted);
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
    var compared = comparedArms();
    var piloted = pilots().of(compared.comparable(common.rows()));
    requireNotStopped();
    int pairs = piloted.pilots().isEmpty() ? request.settings().maxPairs() : reportPlan(piloted);
    var first = beginning(startedAt, common, compared, piloted, pairs);
    GateFile.write(file, first);
    return rounds(first, piloted.forkSeconds(lengths()), piloted.seconds());
  }

  /// Resumes a run that was stopped.
  ///
  /// @throws GateException if it was another run
  public GateRun resume(GateRun before) throws GateException, ArmException, IOException {
    ResumeCheck.require(before, this, Hardware.ofThisMachine());
    lines.accept(
        "Resuming after round %s of at most %s."
            .formatted(before.lastRound(), before.settings().maxPairs()));
    return rounds(before, PairTimes.forkSeconds(before), 0);
  }

  private ComparedArms comparedArms() throws IOException {
    return new ComparedArms(
        arms.baseline().annotations(), arms.candidate().annotations(), request.jmh());
  }

  private CommonRows common() throws GateException, ArmException {
    var common =
        CommonRows.of(
            list(arms.baseline(request.jmh())),
            list(arms.candidate(request.jmh())),
            request.jmh().params(),
            request.allowMissing());
    common.notes().forEach(lines);
    GatePlan.requireRoom(request, lengths(), common.rows().size());
    return common;
  }

  /// A signal ends what lists them too, which then has not failed.
  private List<ListedBenchmark> list(ArmJmh arm) throws GateException, ArmException {
    try {
      return arm.list(request.includes(), request.excludes());
    } catch (ArmException e) {
      if (stop.stoppedWithin(StopSignal.PATIENCE)) {
        throw stoppedEarly();
      }
      throw e;
    }
  }

  private ForkLengths lengths() {
    return new ForkLengths(request.settings().asAnnotated(), request.jmh());
  }

  private Pilots pilots() {
    return new Pilots(arms.baseline(request.jmh()), lengths(), lines, stop);
  }

  private void requireNotStopped() throws GateException {
    if (stop.stopped()) {
      throw stoppedEarly();
    }
  }

  private static GateException stoppedEarly() {
    return GateException.nothingToJudge("The gate was stopped before its first round");
  }

  private int reportPlan(PilotedRow piloted) throws GateException {
    var controlled = GateSchedule.controlled(request.settings().seed(), piloted.count());
    var seconds = piloted.forkSeconds(lengths());
    var eta = new EtaEstimator(seconds, controlled, piloted.seconds(), System::nanoTime);
    var plan = GatePlan.of(request, eta, piloted.pilots(), piloted.seconds());
    plan.describe().forEach(lines);
    return plan.pairs();
  }

  private GateRun beginning(
      Instant startedAt, CommonRows common, ComparedArms compared, PilotedRow piloted, int pairs)
      throws ArmException, IOException {
    var rows =
        Stream.concat(
                piloted.rows(lengths()).stream(), compared.incomparable(common.rows()).stream())
            .toList();
    return new GateRun(
        RunStatus.underWay(startedAt),
        request.settings(pairs),
        arms.baselineRecord(),
        arms.candidateRecord(),
        Hardware.ofThisMachine(),
        rows,
        new ArmDifferences(common.missing(), compared.of(rows)),
        GateResults.none(piloted.failures()),
        Stream.concat(notes.stream(), common.notes().stream()).toList());
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
