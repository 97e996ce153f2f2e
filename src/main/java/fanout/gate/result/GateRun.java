package fanout.gate.result;

import fanout.measure.Hardware;
import java.time.Instant;
import java.util.List;

/// `gate.json`: everything raw that a run of the gate found, so that it can be judged again without
/// measuring. A partial run has the same shape and can be gone on with: all lists of forks are in
/// the order of measuring.
///
/// @param version of this format, [GateFile#VERSION]
/// @param startedAt when the run began
/// @param updatedAt when it was last written
/// @param complete whether nothing remains to be measured
/// @param settings what was fixed before the first round
/// @param baseline the arm to compare with
/// @param candidate the arm in question
/// @param host the machine
/// @param rows what is compared, fixed before the first round
/// @param pairs of all rows
/// @param controls second forks of the baseline
/// @param ruler pairs of the ruler
/// @param failures benchmarks that failed
/// @param rowNotes what to know about single rows
/// @param notes what to know about the run, as sentences, such as benchmarks of one arm alone
public record GateRun(
    int version,
    Instant startedAt,
    Instant updatedAt,
    boolean complete,
    GateSettings settings,
    Arm baseline,
    Arm candidate,
    Hardware host,
    List<GateRow> rows,
    List<Pair> pairs,
    List<ControlFork> controls,
    List<ReferenceLoopPair> ruler,
    List<RowFailure> failures,
    List<RowNote> rowNotes,
    List<String> notes) {

  /// @throws IllegalArgumentException with a sentence, if the parts do not agree, such as where
  ///   something refers to a row that is not there or that another row repeats
  public GateRun {
    rows = List.copyOf(rows);
    pairs = List.copyOf(pairs);
    controls = List.copyOf(controls);
    ruler = List.copyOf(ruler);
    failures = List.copyOf(failures);
    rowNotes = List.copyOf(rowNotes);
    notes = List.copyOf(notes);
    GateConsistency.require(settings, rows, pairs, controls, ruler, failures, rowNotes);
  }

  /// The same with other notes about the run.
  public GateRun withNotes(List<String> others) {
    return new GateRun(
        version, startedAt, updatedAt, complete, settings, baseline, candidate, host, rows, pairs,
        controls, ruler, failures, rowNotes, others);
  }

  /// What the rows are called beside each other.
  public RowNames rowNames() {
    return new RowNames(rows);
  }

  /// The pairs of a row that count, in the order of measuring.
  public List<Pair> countedPairs(int row) {
    return pairs.stream().filter(pair -> pair.row() == row && pair.counts()).toList();
  }
}
