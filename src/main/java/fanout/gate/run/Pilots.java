package fanout.gate.run;

import fanout.gate.arm.ArmJmh;
import fanout.gate.arm.BenchmarkRow;
import fanout.gate.arm.ForkRequest;
import fanout.gate.run.PilotedRow.FailedPilot;
import fanout.measure.ForkFailedException;
import fanout.measure.JmhRun;
import fanout.measure.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Mode;

/// Runs the forks of the baseline that come before the first round: they show the modes and units,
/// how long a fork must warm up and how long it takes. No result of theirs is judged.
///
/// @param baseline whose forks
/// @param lengths how long they may be
/// @param forks how many each row has
/// @param lines hears of each row
/// @param stop ends them early
record Pilots(
    ArmJmh baseline, ForkLengths lengths, int forks, Consumer<String> lines, StopSignal stop) {
  /// No fork of a sensible length is longer; nothing is known of it yet.
  private static final Duration LIMIT = Duration.ofMinutes(30);

  /// Runs those of all rows, or of those before the run is stopped.
  PilotedRow of(List<ExpectedRow> rows) {
    long start = System.nanoTime();
    var found = new ArrayList<Pilot>();
    var failed = new ArrayList<FailedPilot>();
    for (var row : rows) {
      if (stop.stopped()) {
        break;
      }
      try {
        found.addAll(of(row));
      } catch (ForkFailedException e) {
        if (stop.stoppedWithin(StopSignal.PATIENCE)) {
          break; // It was ended, and did not fail by itself.
        }
        failed.add(new FailedPilot(row.row(), String.valueOf(e.getMessage())));
        lines.accept(row.row() + " failed in the baseline: " + e.getMessage());
      }
    }
    return new PilotedRow(found, failed, (System.nanoTime() - start) / 1e9);
  }

  /// Pilots of one row, one result for each of its modes.
  ///
  /// @throws ForkFailedException if one failed
  private List<Pilot> of(ExpectedRow expected) throws ForkFailedException {
    var row = expected.row();
    Map<Mode, List<JmhRun>> byMode = new EnumMap<>(Mode.class);
    long start = System.nanoTime();
    int measured = 0;
    boolean singleShot = lengths.warmUpFromPilots() && expected.onlySingleShots();
    for (int fork = 1; fork <= forks; fork++) {
      lines.accept("Pilot %s of %s: %s".formatted(fork, forks, row));
      var length = singleShot ? null : lengths.pilot();
      for (var run : baseline.fork(new ForkRequest(row, null, length, LIMIT))) {
        byMode.computeIfAbsent(Modes.of(run.mode()), _ -> new ArrayList<>()).add(run);
      }
      measured++;
      if (fork < forks && !singleShot && byMode.keySet().equals(Set.of(Mode.SingleShotTime))) {
        singleShot = true; // those that follow are as long as annotated, and this one was not
        byMode.clear();
        measured = 0;
        start = System.nanoTime();
      }
      if (stop.stopped()) {
        throw new ForkFailedException("it was stopped", null);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9 / measured / byMode.size();
    return byMode.entrySet().stream()
        .map(entry -> pilot(row, entry.getKey(), entry.getValue(), seconds))
        .toList();
  }

  private static Pilot pilot(BenchmarkRow row, Mode mode, List<JmhRun> runs, double seconds) {
    return new Pilot(
        row,
        mode,
        runs.getFirst().primary().unit(),
        runs.stream().map(run -> run.primary().values().getFirst()).toList(),
        seconds);
  }
}
