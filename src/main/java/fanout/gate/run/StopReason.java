package fanout.gate.run;

import java.util.List;

/// Why a run ended before its last round, as a note: true until the run is gone on with.
final class StopReason {
  private static final String OVER_BUDGET = "The budget was over after ";
  private static final String FAILED = "The run ended early: ";

  private StopReason() {}

  /// @param rounds how many were full
  /// @param most how many there would have been at most
  static String overBudget(int rounds, int most) {
    return OVER_BUDGET + rounds + " of " + most + " rounds; --resume goes on.";
  }

  /// @param why what failed, without which no benchmark can be measured
  static String failed(Exception why) {
    return FAILED + why.getMessage();
  }

  /// Those notes that hold also when the run is gone on with.
  static List<String> without(List<String> notes) {
    return notes.stream()
        .filter(note -> !note.startsWith(OVER_BUDGET) && !note.startsWith(FAILED))
        .toList();
  }
}
