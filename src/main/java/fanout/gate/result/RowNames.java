package fanout.gate.result;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;

/// What rows are called beside each other. Parameters that are alike in all rows of a benchmark
/// distinguish none of them and are left out, and likewise JMH's mode, so that a name stays short
/// enough to be read; [#alike()] names them once.
public final class RowNames {
  private final List<GateRow> rows;
  private final Map<String, Set<String>> fullNames = new HashMap<>();
  private final Map<String, Set<Mode>> modes = new HashMap<>();
  private final Map<String, Map<String, Set<String>>> values = new HashMap<>();

  /// @param rows all that stand beside each other
  public RowNames(List<GateRow> rows) {
    this.rows = List.copyOf(rows);
    for (var row : rows) {
      fullNames.computeIfAbsent(row.shortBenchmark(), _ -> new HashSet<>()).add(row.benchmark());
      modes.computeIfAbsent(row.benchmark(), _ -> new HashSet<>()).add(row.mode());
      var ofBenchmark = values.computeIfAbsent(row.benchmark(), _ -> new HashMap<>());
      row.params()
          .forEach((param, value) ->
              ofBenchmark.computeIfAbsent(param, _ -> new HashSet<>()).add(value));
    }
  }

  /// `SixEndpointsBenchmark.fetchAll(strategy=ASYNC)`; with the package where two classes have the
  /// same name.
  ///
  /// @param row its index, from 0
  public String name(int row) {
    var named = rows.get(row);
    return GateRow.label(
        benchmark(named), params(named, false), isModeAlike(named) ? "" : named.modeSuffix());
  }

  /// What no name has of parameters and mode, a text for each benchmark:
  /// `SixEndpointsBenchmark.fetchAll(bodies=SIX, delay=FIXED_20_MS) [sample]`.
  public List<String> alike() {
    return rows.stream()
        .filter(row -> !alikeSuffix(row).isEmpty() || !params(row, true).isEmpty())
        .map(row -> GateRow.label(benchmark(row), params(row, true), alikeSuffix(row)))
        .distinct()
        .toList();
  }

  private String benchmark(GateRow row) {
    boolean clear = fullNames.getOrDefault(row.shortBenchmark(), Set.of()).size() == 1;
    return clear ? row.shortBenchmark() : row.benchmark();
  }

  private boolean isModeAlike(GateRow row) {
    return modes.getOrDefault(row.benchmark(), Set.of()).size() == 1;
  }

  private String alikeSuffix(GateRow row) {
    return isModeAlike(row) ? row.modeSuffix() : "";
  }

  private SortedMap<String, String> params(GateRow row, boolean alike) {
    var ofBenchmark = values.getOrDefault(row.benchmark(), Map.of());
    var some = new TreeMap<>(row.params());
    some.keySet()
        .removeIf(param -> alike != (ofBenchmark.getOrDefault(param, Set.of()).size() == 1));
    return some;
  }
}
