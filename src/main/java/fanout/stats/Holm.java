package fanout.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Holm's correction for many tests: the chance of even one false alarm among them stays at the
/// level of one.
///
/// @see <a href="https://www.jstor.org/stable/4615733">Holm: A simple sequentially rejective
///   multiple test procedure</a>
public final class Holm {
  private Holm() {}

  /// Adjusted p-values in the order of `pValues`: each may be held against the level as it is.
  public static double[] adjusted(double... pValues) {
    int count = pValues.length;
    var order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .toList();
    var adjusted = new double[count];
    double highest = 0;
    for (int rank = 0; rank < count; rank++) {
      int index = order.get(rank);
      highest = Math.max(highest, Math.min(1, pValues[index] * (count - rank)));
      adjusted[index] = highest;
    }
    return adjusted;
  }
}
