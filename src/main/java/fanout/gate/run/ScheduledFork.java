package fanout.gate.run;

import fanout.gate.result.ForkOrder;
import java.util.List;

/// One thing that a round measures.
sealed interface ScheduledFork {
  /// Number of the round, from 1.
  int round();

  /// A fork of each arm, side by side.
  record OfPair(int row, int round, ForkOrder order) implements ScheduledFork {}

  /// The same with a second fork of the baseline.
  ///
  /// @param forks all three, in the order in which they run
  record OfTriple(int row, int round, List<Fork> forks) implements ScheduledFork {}

  /// The ruler, twice.
  record OfRuler(int round, ForkOrder order) implements ScheduledFork {}

  /// The forks of a row.
  enum Fork {
    BASELINE,
    CANDIDATE,
    SECOND_BASELINE
  }
}
