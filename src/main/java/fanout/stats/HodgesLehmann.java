package fanout.stats;

import java.util.Arrays;

/// The middle of paired differences that belongs to the signed-rank test: a stray pair hardly moves
/// it.
///
/// @see <a href="https://doi.org/10.1214/aoms/1177704172">Hodges and Lehmann 1963</a>
public final class HodgesLehmann {
  private HodgesLehmann() {}

  /// The median of the Walsh averages: of the means of all pairs of observations, each with itself
  /// too.
  ///
  /// @throws IllegalArgumentException if there is no observation
  public static double of(double... observations) {
    int count = observations.length;
    if (count == 0) {
      throw new IllegalArgumentException("A middle needs at least one observation");
    }
    var averages = new double[count * (count + 1) / 2];
    int next = 0;
    for (int i = 0; i < count; i++) {
      for (int j = i; j < count; j++) {
        averages[next++] = (observations[i] + observations[j]) / 2;
      }
    }
    Arrays.sort(averages);
    int middle = next / 2;
    return next % 2 == 1 ? averages[middle] : (averages[middle - 1] + averages[middle]) / 2;
  }
}
