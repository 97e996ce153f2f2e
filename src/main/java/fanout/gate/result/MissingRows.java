package fanout.gate.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the baseline has and the candidate lacks. A benchmark that was deleted cannot regress, so a
/// run that misses one does not pass unless that was allowed.
///
/// @param missing rows as JMH names them, without those that were allowed; null in a file of a gate
///   that did not look
public record MissingRows(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> missing) {
  public static final MissingRows NONE = new MissingRows(List.of());

  public MissingRows {
    missing = missing == null ? null : List.copyOf(missing);
  }

  /// The rows; none where nobody looked.
  public List<String> names() {
    return missing == null ? List.of() : missing;
  }
}
