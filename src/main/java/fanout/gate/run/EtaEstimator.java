package fanout.gate.run;

import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;

/// How long a run has taken, and how long the rest will: what the plan says, stretched by what the
/// rounds so far took.
final class EtaEstimator {
  /// Twice a second of warm-up, and two starts of a JVM.
  static final double REFERENCE_LOOP_SECONDS = 2.7;

  private static final double NS_PER_SECOND = 1e9;

  private final List<Double> forkSeconds;
  private final List<Integer> controlled;
  private final LongSupplier nanoClock;
  private final long startNs;
  private final double secondsBefore;
  private double plannedSeconds;

  /// Starts the clock.
  ///
  /// @param forkSeconds what a fork of each row should take
  /// @param controlled rows with an A/A control
  /// @param secondsBefore what was spent before
  EtaEstimator(
      List<Double> forkSeconds,
      List<Integer> controlled,
      double secondsBefore,
      LongSupplier nanoClock) {
    this.forkSeconds = List.copyOf(forkSeconds);
    this.controlled = List.copyOf(controlled);
    this.secondsBefore = secondsBefore;
    this.nanoClock = nanoClock;
    this.startNs = nanoClock.getAsLong();
  }

  /// What a round of these rows should take.
  double roundSeconds(Collection<Integer> rows) {
    return REFERENCE_LOOP_SECONDS
        + rows.stream()
            .mapToDouble(row -> forkSeconds.get(row) * (controlled.contains(row) ? 3 : 2))
            .sum();
  }

  /// It was measured.
  void finished(ScheduledFork scheduled) {
    plannedSeconds +=
        switch (scheduled) {
          case ScheduledFork.OfRow(int row, int _, var forks) ->
              forks.size() * forkSeconds.get(row);
          case ScheduledFork.OfReferenceLoop _ -> REFERENCE_LOOP_SECONDS;
        };
  }

  /// When the next round of these rows would end, in seconds after the run began.
  double secondsAfterRound(Collection<Integer> rows) {
    return secondsSpent() + roundSeconds(rows) * stretch();
  }

  /// What the run has taken so far.
  double secondsSpent() {
    return secondsBefore + elapsed();
  }

  /// What so many rounds of these rows would take.
  double secondsLeft(Collection<Integer> rows, double rounds) {
    return rounds * roundSeconds(rows) * stretch();
  }

  private double stretch() {
    return plannedSeconds == 0 ? 1 : elapsed() / plannedSeconds;
  }

  private double elapsed() {
    return (nanoClock.getAsLong() - startNs) / NS_PER_SECOND;
  }
}
