package fanout.gate.result;

/// Why a run ended before its last round. It holds until the run is resumed.
///
/// @param cause what ended it
/// @param sentence the same for people, with figures
public record StopReason(Cause cause, String sentence) {
  /// What can end a run early, beside a signal.
  public enum Cause {
    /// The next round would not have ended within the budget.
    OVER_BUDGET,
    /// Something failed without which no benchmark can be measured.
    FAILED
  }

  /// The budget does not allow another round.
  ///
  /// @param rounds how many were full
  /// @param most how many there would have been at most
  public static StopReason overBudget(int rounds, int most) {
    return new StopReason(
        Cause.OVER_BUDGET,
        "The budget was over after %s of %s rounds; --resume continues it."
            .formatted(rounds, most));
  }

  /// Something broke.
  ///
  /// @param failure what failed
  public static StopReason failed(Exception failure) {
    return new StopReason(Cause.FAILED, "The run ended early: " + failure.getMessage());
  }
}
