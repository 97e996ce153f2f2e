package fanout.gate.judge;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// What the pairs of a row say of one quantity, in the order of measuring.
///
/// @param logRatios logarithms of candidate ÷ baseline as a cost, so that above 0 is worse: 0 where
///   both are 0, and infinite where only one of them is
/// @param signs 1 where the candidate was worse, -1 where it was better, 0 where both were equal
/// @param constantPairs over how many of the first pairs neither arm's value changed
record Observations(List<Double> logRatios, List<Integer> signs, int constantPairs) {
  Observations {
    logRatios = List.copyOf(logRatios);
    signs = List.copyOf(signs);
  }

  /// Of times, which are never constant.
  static Observations ofLogRatios(List<Double> logRatios) {
    return new Observations(
        logRatios, logRatios.stream().map(ratio -> (int) Math.signum(ratio)).toList(), 0);
  }

  /// Of the first `count` pairs; none where one of them has no ratio. Without it the rest would not
  /// be what was measured: it may be the pair that matters.
  double[] firstLogRatios(int count) {
    var first = first(count).toArray();
    return Arrays.stream(first).allMatch(Double::isFinite) ? first : new double[0];
  }

  /// How many of the first `count` pairs have no ratio, as one arm is 0.
  int withoutRatio(int count) {
    return (int) first(count).filter(Double::isInfinite).count();
  }

  boolean allSigns(int sign, int count) {
    return signs(sign, count) == Math.min(count, signs.size());
  }

  /// How many of the first `count` pairs have that sign.
  int signs(int sign, int count) {
    return (int) signs.stream().limit(count).filter(found -> found == sign).count();
  }

  private DoubleStream first(int count) {
    return logRatios.stream().limit(count).mapToDouble(ratio -> ratio);
  }
}
