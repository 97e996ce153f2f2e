package fanout.gate.result;

import java.util.List;
import java.util.Optional;

/// What a slowdown must exceed.
///
/// @param margin as a share: `0.03` is 3 %
/// @param margins those of single benchmarks; the first that applies holds
public record MarginSettings(double margin, List<MarginRule> margins) {
  public static final double DEFAULT = 0.03;

  /// @throws IllegalArgumentException with a sentence, if a value is not allowed
  public MarginSettings {
    GateSettings.requireShare("The margin", margin);
    margins = List.copyOf(margins);
  }

  /// The rule of a row that has a margin of its own.
  Optional<MarginRule> ruleOf(GateRow row) {
    return margins.stream().filter(rule -> rule.appliesTo(row)).findFirst();
  }
}
