package fanout.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// The mean of the best of some values: what disturbs an iteration makes it worse and never better,
/// so that the best ones tell more of the code and less of the machine.
public final class BestShare {
  /// Three of five. Fewer would be extremes, which scatter again.
  public static final double USUAL = 0.6;

  private BestShare() {}

  /// The mean of the lowest values.
  ///
  /// @param share how many of them, above 0 and at most 1; rounded up
  /// @throws IllegalArgumentException if there is no value, or another share
  public static double lowest(double[] values, double share) {
    int count = count(values, share);
    return mean(Arrays.stream(values).sorted().limit(count), count);
  }

  /// The mean of the highest values, likewise: for throughput.
  public static double highest(double[] values, double share) {
    int count = count(values, share);
    return mean(Arrays.stream(values).sorted().skip(values.length - count), count);
  }

  /// Each is divided first: the sum of them may be more than a number holds.
  private static double mean(DoubleStream values, int count) {
    return values.map(value -> value / count).sum();
  }

  private static int count(double[] values, double share) {
    if (values.length == 0 || !(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "The best share needs values and lies above 0, up to 1, got %s of %s values"
              .formatted(share, values.length));
    }
    return (int) Math.ceil(share * values.length - 1e-9); // 0.6 × 5 is a hair above 3
  }
}
