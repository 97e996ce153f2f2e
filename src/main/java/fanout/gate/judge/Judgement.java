package fanout.gate.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run says.
///
/// @param outcome what it came to
/// @param rows in the order of the run
/// @param controls each tested once, at the end
/// @param largestNotExcluded the largest slowdown that is left possible; null where nothing was
///   judged
public record Judgement(
    GateOutcome outcome,
    List<JudgedRow> rows,
    List<JudgedControl> controls,
    @Nullable NotExcluded largestNotExcluded) {

  /// A slowdown that the run leaves possible.
  ///
  /// @param row which row
  /// @param quantity which quantity of it
  /// @param slowdown as a share; infinite where nothing is known
  public record NotExcluded(JudgedRow row, Quantity quantity, double slowdown) {}
}
