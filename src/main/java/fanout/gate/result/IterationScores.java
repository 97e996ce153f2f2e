package fanout.gate.result;

import java.util.Arrays;
import java.util.List;

/// One metric of a fork: a value for each of its iterations.
///
/// @param unit such as `ms/op`
/// @param values at least one, all finite and none negative
public record IterationScores(String unit, List<Double> values) {
  public IterationScores {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("A metric needs the value of an iteration, got none");
    }
    for (double value : values) {
      if (!(value >= 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException(
            "A metric's values must be finite and not negative, got: " + value);
      }
    }
  }

  /// What the fork stands for: one stray iteration does not move it. It is as finite, and as
  /// positive, as the values are.
  public double median() {
    var sorted = values.stream().mapToDouble(value -> value).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double upper = sorted[middle];
    if (sorted.length % 2 == 1) {
      return upper;
    }
    double lower = sorted[middle - 1];
    return lower + (upper - lower) / 2; // whose sum may be more than there is
  }
}
