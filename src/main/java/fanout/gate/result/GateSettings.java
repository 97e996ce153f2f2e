package fanout.gate.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was fixed before the first round.
///
/// @param margin as a share: `0.03` is 3 %
/// @param margins those of single benchmarks; the first that applies holds
/// @param maxPairs the most pairs of one row, at least [InterimLooks#FEWEST_PAIRS]
/// @param looks numbers of pairs at which it is judged, rising, the last one `maxPairs`
/// @param alpha one-sided level of each verdict over all rows and looks
/// @param exclude a slowdown above this that is not excluded makes the run undecided, as a share
/// @param failOnUndecided whether any undecided row does
/// @param seed of the orders and of the choice of controls
/// @param asAnnotated whether warm-up and measuring are the benchmark's own
/// @param counters judged beside time
/// @param jmhOptions what both arms were given besides, as typed
/// @param budgetSeconds how long the run might take; null where only `maxPairs` limits it
public record GateSettings(
    double margin,
    List<MarginRule> margins,
    int maxPairs,
    List<Integer> looks,
    double alpha,
    double exclude,
    boolean failOnUndecided,
    long seed,
    boolean asAnnotated,
    List<CounterRule> counters,
    List<String> jmhOptions,
    @Nullable Long budgetSeconds) {
  public static final double DEFAULT_MARGIN = 0.03;
  public static final int DEFAULT_MAX_PAIRS = 24;
  public static final double DEFAULT_EXCLUDE = 0.25;

  /// One side of a two-sided 5 %.
  public static final double ALPHA = 0.025;

  /// @throws IllegalArgumentException with a sentence, if a value is not allowed
  public GateSettings {
    requireShare("The margin", margin);
    requireShare("The level alpha", alpha);
    if (!(exclude > 0) || !Double.isFinite(exclude)) {
      throw new IllegalArgumentException(
          "The slowdown to exclude must be above 0, got: " + exclude);
    }
    margins = List.copyOf(margins);
    looks = List.copyOf(looks);
    counters = List.copyOf(counters);
    jmhOptions = List.copyOf(jmhOptions);
    InterimLooks.requireValid(looks, maxPairs);
  }

  static void requireShare(String name, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          name + " must lie between 0 and 1 (3 % is 0.03), got: " + share);
    }
  }

  /// The margin of a row, as a share.
  public double marginOf(GateRow row) {
    return margins.stream()
        .filter(rule -> rule.appliesTo(row))
        .mapToDouble(MarginRule::margin)
        .findFirst()
        .orElse(margin);
  }

  /// Why a row has a margin of its own; null where it has none.
  public @Nullable String reasonOf(GateRow row) {
    return margins.stream()
        .filter(rule -> rule.appliesTo(row))
        .map(MarginRule::reason)
        .findFirst()
        .orElse(null);
  }
}
