package fanout.gate.run;

import fanout.gate.ArmName;
import fanout.gate.Failure;
import fanout.gate.GateFile;
import fanout.gate.GateRow;
import fanout.gate.GateRun;
import fanout.gate.Host;
import fanout.gate.arm.ArmException;
import fanout.gate.arm.BenchmarkRow;
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
import java.util.stream.IntStream;

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
    Contest contest,
    GateRequest request,
    Path file,
    List<String> notes,
    Function<GateRun, List<Integer>> judge,
    Consumer<String> lines,
    StopSignal stop) {

  /// What is known after the pilots.
  ///
  /// @param pilots of the rows that worked, in the order of the rows
  /// @param failures of those that did not, which come after them
  private record Piloted(
      List<Pilot> pilots, List<BenchmarkRow> failedRows, List<String> failures, double seconds) {}

  /// Runs the pilots and tells the plan of the rows that work, and no more.
  ///
  /// @throws GateException if nothing can be judged, six pairs do not fit the budget, or a
  ///   benchmark failed
  public void dryRun() throws GateException, ArmException {
    var common = common();
    var piloted = pilots(common.rows());
    requireNotStopped();
    if (!piloted.pilots.isEmpty()) {
      var _ = tellPlan(piloted);
    }
    if (!piloted.failedRows.isEmpty()) {
      throw failed(piloted);
    }
  }

  /// Measures from the beginning. What was found is in the file after every round.
  ///
  /// @return the run, complete unless it was stopped or its budget was over
  /// @throws GateException if nothing can be judged, or six pairs do not fit the budget
  public GateRun run() throws GateException, ArmException, IOException {
    var startedAt = Instant.now();
    var common = common();
    var piloted = pilots(common.rows());
    requireNotStopped();
    int pairs = piloted.pilots.isEmpty() ? request.maxPairs() : tellPlan(piloted);
    var beginning = new ArrayList<>(notes);
    beginning.addAll(common.notes());
    var first = beginning(startedAt, piloted, pairs, beginning);
    GateFile.write(file, first);
    return rounds(first, forkSeconds(first, piloted.pilots), piloted.seconds);
  }

  /// Goes on with a run that was stopped.
  ///
  /// @throws GateException if it was another run
  public GateRun resume(GateRun before) throws GateException, ArmException, IOException {
    SameRun.require(before, this, host());
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
    Plan.requireRoom(request, lengths(), common.rows().size());
    return common;
  }

  private Lengths lengths() {
    return new Lengths(request.asAnnotated(), request.jmh());
  }

  private Piloted pilots(List<BenchmarkRow> rows) {
    var start = System.nanoTime();
    var pilots = new Pilots(contest.forks(request.jmh()).baseline(), lengths(), lines, stop);
    lines.accept(
        "%s %s in both arms; %s pilot %s of the baseline each, which are not judged."
            .formatted(
                rows.size(),
                rows.size() == 1 ? "row" : "rows",
                pilots.forks(),
                pilots.forks() == 1 ? "fork" : "forks"));
    var found = new ArrayList<Pilot>();
    var failedRows = new ArrayList<BenchmarkRow>();
    var failures = new ArrayList<String>();
    for (var row : rows) {
      if (stop.stopped()) {
        break;
      }
      try {
        found.addAll(pilots.of(row));
      } catch (ForkFailedException e) {
        if (stop.stoppedWithin(StopSignal.PATIENCE)) {
          break; // It was ended, and did not fail by itself.
        }
        failedRows.add(row);
        failures.add(String.valueOf(e.getMessage()));
        lines.accept(row + " failed in the baseline: " + e.getMessage());
      }
    }
    return new Piloted(found, failedRows, failures, (System.nanoTime() - start) / 1e9);
  }

  private void requireNotStopped() throws GateException {
    if (stop.stopped()) {
      throw GateException.nothingToJudge("The run was stopped before its first round");
    }
  }

  /// The first is named: each was told of when it failed.
  private static GateException failed(Piloted piloted) {
    int more = piloted.failedRows.size() - 1;
    return GateException.benchmarkFailed(
        "%s failed in the baseline: %s%s"
            .formatted(
                piloted.failedRows.getFirst(),
                piloted.failures.getFirst(),
                more == 0 ? "" : " (and %s more failed)".formatted(more)));
  }

  private int tellPlan(Piloted piloted) throws GateException {
    var lengths = lengths();
    var seconds = piloted.pilots.stream().map(pilot -> seconds(lengths, pilot)).toList();
    var controlled =
        GateSchedule.controlled(request.seed(), piloted.pilots.size() + piloted.failedRows.size());
    var pace = new Pace(seconds, controlled, piloted.seconds, System::nanoTime);
    var plan = Plan.of(request, pace, piloted.pilots, piloted.seconds);
    plan.describe().forEach(lines);
    return plan.pairs();
  }

  /// What a pilot took, less its own iterations, plus those that are measured.
  private static double seconds(Lengths lengths, Pilot pilot) {
    var pilotLength = lengths.pilot();
    var measured = lengths.measured(WarmUp.iterations(pilot.iterations()));
    if (pilotLength == null || measured == null) {
      return pilot.seconds();
    }
    double iterations = (Lengths.totalMillis(measured) - Lengths.totalMillis(pilotLength)) / 1000.0;
    return Math.max(0.1, pilot.seconds() + iterations);
  }

  private List<Double> forkSeconds(GateRun run, List<Pilot> pilots) {
    var lengths = lengths();
    return IntStream.range(0, run.rows().size())
        .mapToObj(row -> row < pilots.size() ? seconds(lengths, pilots.get(row)) : 0.0)
        .toList();
  }

  private GateRun beginning(Instant startedAt, Piloted piloted, int pairs, List<String> allNotes)
      throws ArmException, IOException {
    var lengths = lengths();
    var rows = new ArrayList<GateRow>();
    for (var pilot : piloted.pilots) {
      rows.add(
          new GateRow(
              pilot.row().benchmark(),
              pilot.row().params(),
              pilot.mode(),
              pilot.unit(),
              lengths.measured(WarmUp.iterations(pilot.iterations()))));
    }
    var failures = new ArrayList<Failure>();
    for (var row : piloted.failedRows) {
      failures.add(
          new Failure(rows.size(), ArmName.BASELINE, piloted.failures.get(failures.size())));
      rows.add(UnknownMode.row(row));
    }
    return new GateRun(
        GateFile.VERSION,
        startedAt,
        Instant.now(),
        false,
        request.settings(pairs),
        contest.baselineRecord(),
        contest.candidateRecord(),
        host(),
        rows,
        List.of(),
        List.of(),
        List.of(),
        failures,
        List.of(),
        allNotes);
  }

  private static Host host() {
    var hardware = Hardware.ofThisMachine();
    return new Host(hardware.cpu(), hardware.cores(), hardware.memoryBytes(), hardware.os());
  }

  private GateRun rounds(GateRun beginning, List<Double> forkSeconds, double secondsBefore)
      throws IOException {
    var ledger = new GateLedger(file, beginning, judge);
    var controlled = GateSchedule.controlled(request.seed(), beginning.rows().size());
    var pace = new Pace(forkSeconds, controlled, secondsBefore, System::nanoTime);
    var launcher =
        new GateLauncher(
            beginning.rows(),
            forkSeconds,
            contest.forks(request.jmh()),
            new RulerProcess(contest.folder()),
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
      ledger.note(EarlyEnd.failed(e));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return ledger.run();
  }
}
