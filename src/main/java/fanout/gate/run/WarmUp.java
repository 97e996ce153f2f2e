package fanout.gate.run;

import java.util.Arrays;
import java.util.List;

/// How long a fork warms up, read from pilot forks that did not: until a window of iterations is as
/// fast as the end of the pilot. It is fixed for both arms before the first round, so that neither
/// arm's speed can change it.
final class WarmUp {
  /// Iterations of a pilot fork, of 200 ms each: four seconds. Forks that are still growing faster
  /// then are so for many seconds more, and both arms are alike in that.
  static final int PILOT_ITERATIONS = 20;

  /// As many as are measured.
  private static final int WINDOW = 5;

  /// The first iterations compile.
  static final int FEWEST = 2;

  /// What is left of a pilot before its last window.
  static final int MOST = PILOT_ITERATIONS - WINDOW;

  /// Well below the default margin.
  private static final double TOLERANCE = 0.02;

  private WarmUp() {}

  /// Iterations of warm-up that the slowest of the pilots needs, from 2 to 15.
  ///
  /// @param pilots the score of each iteration of each pilot, from the fork's start
  static int iterations(List<List<Double>> pilots) {
    return pilots.stream().mapToInt(WarmUp::iterationsOf).max().orElse(FEWEST);
  }

  private static int iterationsOf(List<Double> pilot) {
    double level = median(pilot.subList(pilot.size() / 2, pilot.size()));
    int last = Math.max(FEWEST, pilot.size() - WINDOW);
    for (int start = FEWEST; start < last; start++) {
      double window = median(pilot.subList(start, start + WINDOW));
      if (Math.abs(Math.log(window / level)) <= TOLERANCE) {
        return start;
      }
    }
    return last;
  }

  static double median(List<Double> values) {
    var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
