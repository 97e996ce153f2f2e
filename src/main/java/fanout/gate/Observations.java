package fanout.gate;

import java.util.List;

/// What the pairs of a row say of one quantity, in the order of measuring.
///
/// @param logRatios logarithms of candidate ÷ baseline as a cost, so that above 0 is worse; empty
///   where a value of 0 has no logarithm
/// @param signs 1 where the candidate was worse, -1 where it was better, 0 where both were equal
record Observations(List<Double> logRatios, List<Integer> signs) {
  Observations {
    logRatios = List.copyOf(logRatios);
    signs = List.copyOf(signs);
  }

  static Observations ofLogRatios(List<Double> logRatios) {
    return new Observations(
        logRatios, logRatios.stream().map(ratio -> (int) Math.signum(ratio)).toList());
  }

  double[] firstLogRatios(int count) {
    return logRatios.stream().limit(count).mapToDouble(ratio -> ratio).toArray();
  }

  boolean allSigns(int sign, int count) {
    return signs.stream().limit(count).allMatch(found -> found == sign);
  }
}
