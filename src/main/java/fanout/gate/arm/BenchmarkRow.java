package fanout.gate.arm;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A benchmark with one value for each of its parameters.
///
/// @param benchmark class and method, with the package
/// @param params its parameters, by name
public record BenchmarkRow(String benchmark, SortedMap<String, String> params) {
  public BenchmarkRow {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /// Whether JMH's command line can ask for exactly this row: it takes a comma for the end of a
  /// value.
  public boolean canBeRequested() {
    return params.values().stream().noneMatch(value -> value.contains(","));
  }

  @Override
  public String toString() {
    return params.isEmpty() ? benchmark : benchmark + params;
  }
}
