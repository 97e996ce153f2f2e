package fanout.stub;

import java.util.List;

/// Tells when a throughput has stopped to rise.
public final class SteadyState {
  /// Windows that are compared with as many before them; the median of three bears one outlier.
  private static final int SPAN = 3;

  /// A server that still compiles gains more than this from one span to the next.
  private static final double TOLERANCE = 0.05;

  private SteadyState() {}

  /// Whether the medians of the last three windows and of the three before differ by at most 5 % of
  /// the earlier one; false with fewer than six windows.
  ///
  /// @param throughputs of windows of equal length, in order
  public static boolean isSteady(List<Double> throughputs) {
    int size = throughputs.size();
    if (size < 2 * SPAN) {
      return false;
    }
    double before = median(throughputs.subList(size - 2 * SPAN, size - SPAN));
    double now = median(throughputs.subList(size - SPAN, size));
    return Math.abs(now - before) <= TOLERANCE * before;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(SPAN / 2).findFirst().orElseThrow();
  }
}
