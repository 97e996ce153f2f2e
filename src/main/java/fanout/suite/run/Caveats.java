package fanout.suite.run;

import fanout.suite.plan.Plan;
import fanout.suite.plan.Preset;
import java.util.ArrayList;
import java.util.List;

/// Why the numbers of a run must not be quoted.
public final class Caveats {
  /// Fewer forks give an interval that is wider than most differences.
  private static final int ROUNDS_TO_QUOTE = 5;

  private Caveats() {}

  /// Sentences; none where they may be quoted.
  ///
  /// @param notWarm the rows whose forks still gained pace when they were measured
  public static List<String> reasons(
      Plan plan, RunSettings settings, int roundsFinished, List<String> notWarm) {
    var reasons = new ArrayList<String>();
    if (plan.preset() == Preset.SMOKE) {
      reasons.add("The preset smoke only shows that everything works.");
    }
    if (settings.stubUrl() != null) {
      reasons.add("The stub is the user's own: " + settings.stubUrl() + ".");
    }
    if (settings.payloads() != null) {
      reasons.add("The payloads are the user's own: " + settings.payloads() + ".");
    }
    if (roundsFinished < plan.rounds()) {
      reasons.add(
          "The run was stopped after %s of %s rounds.".formatted(roundsFinished, plan.rounds()));
    }
    if (roundsFinished < ROUNDS_TO_QUOTE) {
      reasons.add(
          "It has %s of the %s rounds that an interval needs."
              .formatted(roundsFinished, ROUNDS_TO_QUOTE));
    }
    if (!notWarm.isEmpty()) {
      reasons.add(
          "When they were measured, most forks of these rows still gained pace: "
              + String.join("; ", notWarm)
              + ".");
    }
    return reasons;
  }
}
