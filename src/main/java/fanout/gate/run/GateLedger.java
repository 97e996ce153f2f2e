package fanout.gate.run;

import fanout.gate.result.GateFile;
import fanout.gate.result.GateResults;
import fanout.gate.result.GateRun;
import fanout.gate.result.RowFailure;
import fanout.gate.result.RunStatus;
import fanout.gate.result.StopReason;
import fanout.gate.run.ForkOutcome.ReferenceLoopMeasured;
import fanout.gate.run.ForkOutcome.RowFailed;
import fanout.gate.run.ForkOutcome.RowMeasured;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Keeps a run in `gate.json`, full round after full round: what is written is always a run that
/// can be judged, and resumed.
final class GateLedger {
  private final Path file;
  private GateRun run;

  /// Begins with what is known before the next round. Why a run ended that is resumed is of no more
  /// concern.
  GateLedger(Path file, GateRun run) {
    this.file = file;
    this.run = run.withStatus(RunStatus.underWay(run.startedAt()));
  }

  /// All full rounds.
  GateRun run() {
    return run;
  }

  /// Adds a full round.
  void record(List<ForkOutcome> round) throws IOException {
    var pairs = new ArrayList<>(run.pairs());
    var controls = new ArrayList<>(run.controls());
    var referenceLoop = new ArrayList<>(run.referenceLoop());
    var failures = new ArrayList<>(run.failures());
    for (var outcome : round) {
      switch (outcome) {
        case RowMeasured(var pair, var control) -> {
          pairs.add(pair);
          if (control != null) {
            controls.add(control);
          }
        }
        case ReferenceLoopMeasured(var twice) -> referenceLoop.add(twice);
        case RowFailed(var failure) -> addFirst(failures, failure);
      }
    }
    var notes = Trends.of(run.rows(), pairs);
    write(
        run.withResults(new GateResults(pairs, controls, referenceLoop, failures, notes))
            .withStatus(RunStatus.underWay(run.startedAt())));
  }

  /// Nothing remains to be measured.
  void complete() throws IOException {
    write(run.withStatus(run.status().completed()));
  }

  /// The run ends before its last round.
  void endEarly(StopReason reason) throws IOException {
    write(run.withStatus(run.status().stopped(reason)));
  }

  /// One failure of a row is enough.
  private static void addFirst(List<RowFailure> failures, RowFailure failure) {
    if (failures.stream().noneMatch(known -> known.row() == failure.row())) {
      failures.add(failure);
    }
  }

  private void write(GateRun now) throws IOException {
    GateFile.write(file, now);
    run = now;
  }
}
