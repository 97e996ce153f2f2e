package fanout.gate.judge;

import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// JMH's units of time and throughput, which a benchmark may change between two arms.
final class Units {
  private static final Map<String, Double> NANOS =
      Map.of(
          "ns", 1.0,
          "us", 1e3,
          "ms", 1e6,
          "s", 1e9,
          "min", 60e9,
          "hr", 3600e9,
          "day", 86_400e9);
  private static final String OPERATIONS = "ops/";
  private static final String PER_OPERATION = "/op";

  private Units() {}

  /// By what a value in `from` must be multiplied to be one in `to`; empty where the two do not
  /// measure the same.
  static OptionalDouble factor(String from, String to) {
    if (from.equals(to)) {
      return OptionalDouble.of(1);
    }
    var times = quotient(timeNanos(from), timeNanos(to));
    return times.isPresent() ? times : quotient(rateNanos(to), rateNanos(from));
  }

  /// Operations per time: more is better.
  static boolean isRate(String unit) {
    return rateNanos(unit) != null;
  }

  private static OptionalDouble quotient(@Nullable Double numerator, @Nullable Double denominator) {
    return numerator == null || denominator == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(numerator / denominator);
  }

  private static @Nullable Double timeNanos(String unit) {
    return unit.endsWith(PER_OPERATION)
        ? NANOS.get(unit.substring(0, unit.length() - PER_OPERATION.length()))
        : null;
  }

  private static @Nullable Double rateNanos(String unit) {
    return unit.startsWith(OPERATIONS) ? NANOS.get(unit.substring(OPERATIONS.length())) : null;
  }
}
