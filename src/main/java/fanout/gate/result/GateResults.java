package fanout.gate.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What a run has measured, each list in the order of measuring.
///
/// @param pairs of all rows
/// @param controls A/A controls
/// @param referenceLoop pairs of the reference loop
/// @param failures benchmarks that failed
/// @param rowNotes what to know about single rows
public record GateResults(
    List<Pair> pairs,
    List<ControlFork> controls,
    @JsonProperty("ruler") List<ReferenceLoopPair> referenceLoop,
    List<RowFailure> failures,
    List<RowNote> rowNotes) {
  public GateResults {
    pairs = List.copyOf(pairs);
    controls = List.copyOf(controls);
    referenceLoop = List.copyOf(referenceLoop);
    failures = List.copyOf(failures);
    rowNotes = List.copyOf(rowNotes);
  }

  /// Before the first round, which rows may have failed already.
  public static GateResults none(List<RowFailure> failures) {
    return new GateResults(List.of(), List.of(), List.of(), failures, List.of());
  }
}
