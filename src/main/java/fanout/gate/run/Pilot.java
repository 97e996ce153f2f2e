package fanout.gate.run;

import fanout.gate.arm.BenchmarkRow;
import fanout.gate.result.GateRow;
import fanout.measure.ForkLength;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;

/// What pilot forks of the baseline showed of a row.
///
/// @param row what it is
/// @param mode how it is timed
/// @param unit of its score
/// @param iterations the score of each iteration of each pilot
/// @param seconds what one pilot fork took, its start included
record Pilot(
    BenchmarkRow row, Mode mode, String unit, List<List<Double>> iterations, double seconds) {
  /// No fork starts and ends in less.
  private static final double LEAST_SECONDS = 0.1;

  /// What each pilot would have found as a fork.
  List<Double> medians() {
    return iterations.stream()
        .map(fork -> WarmUp.median(fork.subList(fork.size() / 2, fork.size())))
        .toList();
  }

  /// The row as it is going to be measured.
  GateRow gateRow(ForkLengths lengths) {
    return new GateRow(row.benchmark(), row.params(), mode, unit, measured(lengths));
  }

  /// What a fork that is measured is going to take: what a pilot took, less its own iterations,
  /// plus those that are measured.
  double forkSeconds(ForkLengths lengths) {
    var pilotLength = lengths.pilot();
    var measured = measured(lengths);
    if (pilotLength == null || measured == null) {
      return seconds;
    }
    double more = measured.total().minus(pilotLength.total()).toMillis() / 1000.0;
    return Math.max(LEAST_SECONDS, seconds + more);
  }

  /// Whether it was still growing faster after so many iterations.
  boolean needsMoreThan(int warmUp) {
    return mode != Mode.SingleShotTime && WarmUp.iterations(iterations) > warmUp;
  }

  /// A single shot is what its author made it: warmed up, a cold start would be none.
  private @Nullable ForkLength measured(ForkLengths lengths) {
    if (mode == Mode.SingleShotTime && lengths.warmUpFromPilots()) {
      return null;
    }
    return lengths.measured(WarmUp.iterations(iterations));
  }
}
