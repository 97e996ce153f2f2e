package fanout.suite.plan;

import fanout.measure.ForkLength;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One question of a preset: a benchmark with lists of values, of which a plan takes every
/// combination.
///
/// @param benchmark what is measured
/// @param length how long each fork warms up and measures
/// @param values the values of each parameter that the benchmark has
record ParameterGrid(
    SuiteBenchmark benchmark, ForkLength length, Map<Parameter, List<String>> values) {

  ParameterGrid {
    // Not the constructor that copies: it refuses an empty map.
    var copy = new EnumMap<Parameter, List<String>>(Parameter.class);
    copy.putAll(values);
    values = copy;
  }

  /// The same with one parameter's values.
  ParameterGrid with(Parameter parameter, List<String> newValues) {
    var changed = new EnumMap<>(values);
    changed.put(parameter, List.copyOf(newValues));
    return new ParameterGrid(benchmark, length, changed);
  }

  List<String> valuesOf(Parameter parameter) {
    return values.getOrDefault(parameter, List.of());
  }

  /// Every combination, the first parameter varying slowest.
  List<Map<Parameter, String>> combinations() {
    List<Map<Parameter, String>> combinations = List.of(Map.of());
    for (var entry : values.entrySet()) {
      var longer = new ArrayList<Map<Parameter, String>>();
      for (var shorter : combinations) {
        for (var value : entry.getValue()) {
          var combination = new EnumMap<Parameter, String>(Parameter.class);
          combination.putAll(shorter);
          combination.put(entry.getKey(), value);
          longer.add(combination);
        }
      }
      combinations = longer;
    }
    return combinations;
  }
}
