package fanout.gate.result;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A margin of its own for some benchmarks.
///
/// @param benchmarks regular expression; the rule holds where it is found in a row's label
/// @param margin as a share: `0.05` is 5 %
/// @param reason why, for whoever reads the verdict
public record MarginRule(String benchmarks, double margin, String reason) {
  public MarginRule {
    GateSettings.requireShare("A margin", margin);
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "The margin of " + benchmarks + " needs a reason, got none");
    }
    try {
      Pattern.compile(benchmarks);
    } catch (PatternSyntaxException | StackOverflowError e) {
      throw new IllegalArgumentException(
          "The margin's benchmarks are no regular expression: " + benchmarks, e);
    }
  }

  /// @throws IllegalArgumentException with a sentence, if that cannot be told
  boolean appliesTo(GateRow row) {
    try {
      return Pattern.compile(benchmarks).matcher(row.label()).find();
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException(
          "The margin's benchmarks are too much for a search in %s: %s"
              .formatted(row.label(), benchmarks),
          e);
    }
  }
}
