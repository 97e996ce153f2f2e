package fanout.gate.run;

import fanout.gate.arm.JmhOptions;
import fanout.gate.result.CounterRule;
import fanout.gate.result.GateSettings;
import fanout.gate.result.InterimLooks;
import fanout.gate.result.MarginRule;
import java.time.Duration;
import java.util.List;

/// What is asked of a run, before it is known what fits.
///
/// @param includes regular expressions; a benchmark is measured where one is found in its name, or
///   where there is none
/// @param excludes regular expressions of benchmarks that are left out
/// @param margin as a share: `0.03` is 3 %
/// @param margins those of single benchmarks
/// @param maxPairs the most pairs of a row
/// @param exclude a slowdown above this that is not excluded makes the run undecided, as a share
/// @param failOnUndecided whether any undecided row does
/// @param seed of all orders
/// @param asAnnotated whether warm-up and measuring are the benchmark's own
/// @param counters judged beside time
/// @param jmh what JMH of both arms is told
/// @param budget how long measuring may take
public record GateRequest(
    List<String> includes,
    List<String> excludes,
    double margin,
    List<MarginRule> margins,
    int maxPairs,
    double exclude,
    boolean failOnUndecided,
    long seed,
    boolean asAnnotated,
    List<CounterRule> counters,
    JmhOptions jmh,
    Duration budget) {

  /// What is recorded, and fixed from then on.
  ///
  /// @param pairs the most pairs of a row, which fit the budget
  /// @throws IllegalArgumentException with a sentence, if a value is not allowed
  public GateSettings settings(int pairs) {
    return new GateSettings(
        margin,
        margins,
        pairs,
        InterimLooks.of(pairs),
        GateSettings.ALPHA,
        exclude,
        failOnUndecided,
        seed,
        asAnnotated,
        counters,
        jmh.typed(),
        budget.toSeconds());
  }
}
