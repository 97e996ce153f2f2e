package fanout.gate.result;

import fanout.measure.ForkLength;
import fanout.vocabulary.Metric.Direction;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;

/// One benchmark with one value for each of its parameters.
///
/// @param benchmark class and method, with the package
/// @param params its parameters, by name
/// @param mode how JMH times it
/// @param unit of the baseline's score, such as `ms/op`
/// @param length what each fork does; null where it is the benchmark's own
public record GateRow(
    String benchmark,
    SortedMap<String, String> params,
    Mode mode,
    String unit,
    @Nullable ForkLength length) {

  public GateRow {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    if (benchmark.isBlank()) {
      throw new IllegalArgumentException("A row needs a benchmark, got none");
    }
    if (mode == Mode.All) {
      throw new IllegalArgumentException(benchmark + " needs one mode, got all");
    }
  }

  /// Operations per time go up, times go down.
  public Direction direction() {
    return switch (mode) {
      case Throughput -> Direction.HIGHER_IS_BETTER;
      case AverageTime, SampleTime, SingleShotTime -> Direction.LOWER_IS_BETTER;
      case All -> throw new IllegalStateException("No row has all modes");
    };
  }

  /// `DecodeBenchmark.decode(content=USERS)`: class and method, then all parameters; with the mode
  /// where it is not the average time.
  public String label() {
    return label(shortBenchmark(), params, modeSuffix());
  }

  /// `DecodeBenchmark.decode`.
  String shortBenchmark() {
    var parts = benchmark.split("\\.", -1);
    return parts.length < 2 ? benchmark : parts[parts.length - 2] + "." + parts[parts.length - 1];
  }

  /// ` [thrpt]`, or nothing where it is the average time.
  String modeSuffix() {
    return mode == Mode.AverageTime ? "" : " [" + mode.shortLabel() + "]";
  }

  /// The parts of a label, of which all but the name may be empty.
  static String label(String name, SortedMap<String, String> params, String modeSuffix) {
    var values =
        params.entrySet().stream()
            .map(param -> param.getKey() + "=" + param.getValue())
            .collect(Collectors.joining(", "));
    return name + (values.isEmpty() ? "" : "(" + values + ")") + modeSuffix;
  }
}
