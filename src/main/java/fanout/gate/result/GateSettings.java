package fanout.gate.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was fixed before the first round.
///
/// @param marginSettings what a slowdown must exceed
/// @param lookSettings when it is judged
/// @param passSettings what else makes it undecided
/// @param quantitySettings what is judged of each row
/// @param seed of the orders and of the choice of controls
/// @param asAnnotated whether warm-up and measuring are the benchmark's own
/// @param counters judged beside time
/// @param jmhOptions what both arms were given besides, as typed
/// @param budgetSeconds how long the run might take; null where only `maxPairs` limits it
public record GateSettings(
    @Inlined MarginSettings marginSettings,
    @Inlined LookSettings lookSettings,
    @Inlined PassSettings passSettings,
    @Inlined QuantitySettings quantitySettings,
    long seed,
    boolean asAnnotated,
    List<CounterRule> counters,
    List<String> jmhOptions,
    @Nullable Long budgetSeconds) {
  public GateSettings {
    counters = List.copyOf(counters);
    jmhOptions = List.copyOf(jmhOptions);
  }

  static void requireShare(String name, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          name + " must lie between 0 and 1 (3 % is 0.03), got: " + share);
    }
  }

  /// The same with other looks.
  public GateSettings withLooks(LookSettings others) {
    return new GateSettings(
        marginSettings,
        others,
        passSettings,
        quantitySettings,
        seed,
        asAnnotated,
        counters,
        jmhOptions,
        budgetSeconds);
  }

  /// The same with another budget.
  public GateSettings withBudget(@Nullable Long seconds) {
    return new GateSettings(
        marginSettings,
        lookSettings,
        passSettings,
        quantitySettings,
        seed,
        asAnnotated,
        counters,
        jmhOptions,
        seconds);
  }

  /// Whether a quantity is judged.
  public boolean judges(QuantityChoice quantity) {
    return quantitySettings.judges(quantity);
  }

  /// The margin of most rows, as a share.
  public double margin() {
    return marginSettings.margin();
  }

  /// Those of single benchmarks.
  public List<MarginRule> margins() {
    return marginSettings.margins();
  }

  /// The most pairs of one row.
  public int maxPairs() {
    return lookSettings.maxPairs();
  }

  /// Numbers of pairs at which the run is judged.
  public List<Integer> looks() {
    return lookSettings.looks();
  }

  /// One-sided level of each verdict.
  public double alpha() {
    return lookSettings.alpha();
  }

  /// The slowdown that must be excluded, as a share.
  public double exclude() {
    return passSettings.exclude();
  }

  public boolean failOnUndecided() {
    return passSettings.failOnUndecided();
  }

  /// Whether a verdict is only reported.
  public boolean onlyReports() {
    return passSettings.onlyReports();
  }

  /// The margin of a row, as a share.
  public double marginOf(GateRow row) {
    return marginSettings.ruleOf(row).map(MarginRule::margin).orElse(margin());
  }

  /// Why a row has a margin of its own; null where it has none.
  public @Nullable String reasonOf(GateRow row) {
    return marginSettings.ruleOf(row).map(MarginRule::reason).orElse(null);
  }
}
