package fanout.gate.arm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A benchmark as JMH lists it.
///
/// @param name class and method, with the package
/// @param params the values of each parameter, in JMH's order
public record ListedBenchmark(String name, SortedMap<String, List<String>> params) {
  private static final String HEADING = "Benchmarks:";
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$.-]*");
  private static final Pattern PARAM = Pattern.compile("\\s+param \"(.*)\" = \\{(.*)}");

  public ListedBenchmark {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /// Reads what `-lp` printed.
  static List<ListedBenchmark> parse(List<String> lines) {
    var benchmarks = new ArrayList<ListedBenchmark>();
    int heading = indexOfHeading(lines);
    for (var line : lines.subList(heading + 1, lines.size())) {
      var param = PARAM.matcher(line);
      if (param.matches() && !benchmarks.isEmpty()) {
        var last = benchmarks.removeLast();
        benchmarks.add(last.with(param.group(1), List.of(param.group(2).split(", ", -1))));
      } else if (NAME.matcher(line).matches()) {
        benchmarks.add(new ListedBenchmark(line, new TreeMap<>()));
      }
    }
    return List.copyOf(benchmarks);
  }

  /// The benchmark with each combination of its parameters' values, the first parameter varying
  /// slowest.
  ///
  /// @param wanted values in place of the benchmark's own; of parameters that it does not have,
  ///   nothing is taken
  public List<BenchmarkRow> rows(SortedMap<String, List<String>> wanted) {
    List<SortedMap<String, String>> combinations = List.of(new TreeMap<>());
    for (var param : params.entrySet()) {
      var values = wanted.getOrDefault(param.getKey(), param.getValue());
      combinations = combined(combinations, param.getKey(), values);
    }
    return combinations.stream().map(values -> new BenchmarkRow(name, values)).toList();
  }

  private static List<SortedMap<String, String>> combined(
      List<SortedMap<String, String>> shorter, String name, List<String> values) {
    var longer = new ArrayList<SortedMap<String, String>>();
    for (var each : shorter) {
      for (var value : values) {
        var with = new TreeMap<>(each);
        with.put(name, value);
        longer.add(with);
      }
    }
    return longer;
  }

  private ListedBenchmark with(String param, List<String> values) {
    var more = new TreeMap<>(params);
    more.put(param, values);
    return new ListedBenchmark(name, more);
  }

  private static int indexOfHeading(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(HEADING)) {
        return i;
      }
    }
    return -1;
  }
}
