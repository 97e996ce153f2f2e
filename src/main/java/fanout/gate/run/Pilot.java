package fanout.gate.run;

import fanout.gate.arm.BenchmarkRow;
import java.util.List;
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

  /// What each pilot would have found as a fork.
  List<Double> medians() {
    return iterations.stream()
        .map(fork -> WarmUp.median(fork.subList(fork.size() / 2, fork.size())))
        .toList();
  }
}
