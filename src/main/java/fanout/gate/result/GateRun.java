package fanout.gate.result;

import fanout.measure.Hardware;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// `gate.json`: everything raw that a run of the gate found, so that it can be judged again without
/// measuring. A partial run has the same shape and can be resumed.
///
/// @param status how far it has come
/// @param settings what was fixed before the first round
/// @param baseline the arm to compare with
/// @param candidate the arm in question
/// @param host the machine
/// @param rows what is compared, fixed before the first round
/// @param differences in what the arms differ: rows that the candidate lacks or measures in another
///   way
/// @param results what was measured
/// @param notes what to know about the run, as sentences, such as benchmarks of one arm alone
public record GateRun(
    @Inlined RunStatus status,
    GateSettings settings,
    Arm baseline,
    Arm candidate,
    Hardware host,
    List<GateRow> rows,
    @Inlined ArmDifferences differences,
    @Inlined GateResults results,
    List<String> notes) {

  /// @throws IllegalArgumentException with a sentence, if the parts do not agree, such as where
  ///   something refers to a row that is not there or that another row repeats
  public GateRun {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    GateConsistency.require(settings, rows, differences, results);
  }

  /// The same run, which has come to `now`.
  public GateRun withStatus(RunStatus now) {
    return new GateRun(now, settings, baseline, candidate, host, rows, differences, results, notes);
  }

  /// The same run with other results.
  public GateRun withResults(GateResults others) {
    return new GateRun(
        status, settings, baseline, candidate, host, rows, differences, others, notes);
  }

  /// The same run, fixed in another way.
  public GateRun withSettings(GateSettings others) {
    return new GateRun(
        status, others, baseline, candidate, host, rows, differences, results, notes);
  }

  /// The same with other notes about the run.
  public GateRun withNotes(List<String> others) {
    return new GateRun(
        status, settings, baseline, candidate, host, rows, differences, results, others);
  }

  public Instant startedAt() {
    return status.startedAt();
  }

  public Instant updatedAt() {
    return status.updatedAt();
  }

  /// Whether nothing remains to be measured.
  public boolean complete() {
    return status.complete();
  }

  /// Whether it came to an end by itself, be it that of its budget: then it is judged for the last
  /// time.
  public boolean ended() {
    return status.ended();
  }

  public List<Pair> pairs() {
    return results.pairs();
  }

  public List<ControlFork> controls() {
    return results.controls();
  }

  public List<ReferenceLoopPair> referenceLoop() {
    return results.referenceLoop();
  }

  public List<RowFailure> failures() {
    return results.failures();
  }

  public List<RowNote> rowNotes() {
    return results.rowNotes();
  }

  /// The same run of arms with other differences.
  public GateRun withDifferences(ArmDifferences others) {
    return new GateRun(status, settings, baseline, candidate, host, rows, others, results, notes);
  }

  /// Rows that the candidate lacks, by name.
  public List<String> missing() {
    return differences.names();
  }

  /// How the arms differ in what they measure in a row.
  public List<RowDifference> differencesOf(int row) {
    return differences.of(row);
  }

  /// How many rows are measured and judged: the first of them, before those that are not.
  public int comparableRows() {
    return (int) IntStream.range(0, rows.size()).filter(this::isComparable).count();
  }

  /// Whether both arms measure the same in a row.
  public boolean isComparable(int row) {
    return differencesOf(row).stream().allMatch(RowDifference::comparable);
  }

  /// The notes, and last of all why the run ended early, for people.
  public List<String> remarks() {
    var reason = status.stopReason();
    return reason == null
        ? notes
        : Stream.concat(notes.stream(), Stream.of(reason.sentence())).toList();
  }

  /// Number of the last full round; 0 before the first.
  public int lastRound() {
    return Stream.concat(
            pairs().stream().map(Pair::round),
            referenceLoop().stream().map(ReferenceLoopPair::round))
        .max(Integer::compare)
        .orElse(0);
  }

  /// What the rows are called beside each other.
  public RowNames rowNames() {
    return new RowNames(rows);
  }

  /// The pairs of a row that count, in the order of measuring.
  public List<Pair> countedPairs(int row) {
    return pairs().stream().filter(pair -> pair.row() == row && pair.counts()).toList();
  }
}
