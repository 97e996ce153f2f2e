package fanout.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What rows are called beside each other. Parameters that are alike in all rows of a benchmark
/// tell none of them apart and are left out, so that a name stays short enough to be read;
/// [#alike()] tells them once.
public final class RowNames {
  private final List<GateRow> rows;
  private final Map<String, Set<String>> fullNames = new HashMap<>();
  private final Map<String, Map<String, Set<String>>> values = new HashMap<>();

  /// @param rows all that stand beside each other
  public RowNames(List<GateRow> rows) {
    this.rows = List.copyOf(rows);
    for (var row : rows) {
      fullNames.computeIfAbsent(row.shortBenchmark(), _ -> new HashSet<>()).add(row.benchmark());
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
    return rows.get(row).label(benchmark(rows.get(row)), params(rows.get(row), false));
  }

  /// The parameters that no name has, a text for each benchmark: `SixEndpointsBenchmark.fetchAll:
  /// bodies=SIX, delay=FIXED_20_MS`.
  public List<String> alike() {
    return rows.stream()
        .filter(row -> !params(row, true).isEmpty())
        .map(row -> benchmark(row) + ": " + GateRow.text(params(row, true)))
        .distinct()
        .toList();
  }

  private String benchmark(GateRow row) {
    boolean clear = fullNames.getOrDefault(row.shortBenchmark(), Set.of()).size() == 1;
    return clear ? row.shortBenchmark() : row.benchmark();
  }

  private SortedMap<String, String> params(GateRow row, boolean alike) {
    var ofBenchmark = values.getOrDefault(row.benchmark(), Map.of());
    var some = new TreeMap<>(row.params());
    some.keySet()
        .removeIf(param -> alike != (ofBenchmark.getOrDefault(param, Set.of()).size() == 1));
    return some;
  }
}
