package fanout.gate.evidence;

import fanout.gate.judge.GateOutcome;
import fanout.gate.judge.Judge;
import fanout.gate.judge.Judgement;
import fanout.gate.judge.Verdict;
import fanout.gate.result.GateFile;
import fanout.gate.result.GateRun;
import fanout.measure.ResultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a run.
///
/// @param run what was to be run
/// @param found null where nothing was measured
/// @param broken whether it could not be run
record EvidenceResult(EvidenceRun run, @Nullable Found found, boolean broken) {

  /// What was measured, and what the gate says of it.
  record Found(GateRun run, Judgement judgement) {}

  /// All runs by slowdown and number, also those that are still to come.
  ///
  /// @param folder with a file per run; may be missing
  static List<EvidenceResult> all(Path folder) throws ResultException {
    var runs = new ArrayList<>(EvidenceRun.all());
    runs.sort(
        Comparator.comparingInt(EvidenceRun::slowerPercent).thenComparingInt(EvidenceRun::number));
    var results = new ArrayList<EvidenceResult>();
    for (var run : runs) {
      results.add(of(folder, run));
    }
    return results;
  }

  private static EvidenceResult of(Path folder, EvidenceRun run) throws ResultException {
    var file = folder.resolve(run.name() + ".json");
    if (Files.exists(file)) {
      var measured = GateFile.read(file);
      return new EvidenceResult(run, new Found(measured, Judge.of(measured)), false);
    }
    boolean broken = Files.exists(folder.resolve(run.name() + ".failed.txt"));
    return new EvidenceResult(run, null, broken);
  }

  /// What it came to; null where it is still to come.
  @Nullable GateOutcome outcome() {
    if (found == null) {
      return broken ? GateOutcome.FAILED : null;
    }
    return found.judgement.outcome();
  }

  /// Whether anything is called regressed, in an invalid run too.
  boolean anythingRegressed() {
    return found != null
        && found.judgement.rows().stream()
            .flatMap(row -> row.quantities().stream())
            .anyMatch(quantity -> quantity.verdict() instanceof Verdict.Regressed);
  }
}
