package fanout.gate.judge;

import fanout.gate.result.GateRow;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row, judged.
///
/// @param index of the row in the run
/// @param row what was compared
/// @param name what it is called beside the other rows of the run
/// @param pairs how many counted pairs its verdicts rest on
/// @param discardedPairs how many were not counted
/// @param quantities wall first, then CPU where it is known, then counters
/// @param failures what failed of it, as sentences
/// @param notes what to know about it
/// @param marginReason why it has a margin of its own; null where it has none
public record JudgedRow(
    int index,
    GateRow row,
    String name,
    int pairs,
    int discardedPairs,
    List<JudgedQuantity> quantities,
    List<String> failures,
    List<String> notes,
    @Nullable String marginReason) {

  /// The worst that is said of it. An undecided counter leaves the row to its times, where one is
  /// judged.
  public Verdict verdict() {
    return quantities.stream()
        .filter(quantity -> quantity.quantity().timed() || isRegressed(quantity) || !hasTimes())
        .map(JudgedQuantity::verdict)
        .min(Comparator.comparingInt(Verdict::place))
        .orElse(new Verdict.Undecided(null, null));
  }

  private boolean hasTimes() {
    return quantities.stream().anyMatch(quantity -> quantity.quantity().timed());
  }

  private static boolean isRegressed(JudgedQuantity quantity) {
    return quantity.verdict() instanceof Verdict.Regressed;
  }
}
