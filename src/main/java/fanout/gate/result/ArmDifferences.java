package fanout.gate.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// In what the arms differ before anything is measured. A benchmark that was deleted cannot
/// regress, nor can one that measures something else now, so a run with one does not pass unless
/// that was allowed.
///
/// @param missing rows of the baseline that the candidate lacks, as JMH names them, without those
///   that were allowed; null in a file of a gate that did not look
/// @param differing rows that the arms measure in different ways; likewise null
public record ArmDifferences(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> missing,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<RowDifference> differing) {
  public static final ArmDifferences NONE = new ArmDifferences(List.of(), List.of());

  public ArmDifferences {
    missing = missing == null ? null : List.copyOf(missing);
    differing = differing == null ? null : List.copyOf(differing);
  }

  /// The rows that are missing; none where nobody looked.
  public List<String> names() {
    return missing == null ? List.of() : missing;
  }

  /// What is known of one row.
  List<RowDifference> of(int row) {
    return rows().stream().filter(difference -> difference.row() == row).toList();
  }

  /// All of them; none where nobody looked.
  List<RowDifference> rows() {
    return differing == null ? List.of() : differing;
  }
}
