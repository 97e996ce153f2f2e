package fanout.gate.run;

import fanout.gate.result.ForkOrder;
import java.util.List;

/// What is measured side by side in a round.
sealed interface ScheduledFork {
  /// Number of the round, from 1.
  int round();

  /// A fork of each arm, and in some rows an A/A control.
  ///
  /// @param row index into the run's rows
  /// @param forks in the order in which they run
  record OfRow(int row, int round, List<Fork> forks) implements ScheduledFork {
    public OfRow {
      forks = List.copyOf(forks);
    }
  }

  /// The reference loop, twice.
  record OfReferenceLoop(int round, ForkOrder order) implements ScheduledFork {}

  /// The forks of a row.
  enum Fork {
    BASELINE,
    CANDIDATE,
    /// An A/A control: a second fork of the baseline.
    CONTROL
  }
}
