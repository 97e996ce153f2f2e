package fanout.gate.result;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the parts of a run must agree about.
final class GateConsistency {
  private GateConsistency() {}

  static void require(
      GateSettings settings, List<GateRow> rows, ArmDifferences differences, GateResults results) {
    requireDistinctRows(rows);
    requireRows(rows.size(), rowsNamed(results));
    requireRows(rows.size(), differences.rows().stream().mapToInt(RowDifference::row));
    requireMargins(settings, rows);
    requireAtMost(settings.maxPairs(), results.pairs());
    requireOnce(results);
  }

  private static IntStream rowsNamed(GateResults results) {
    return Stream.of(
            results.pairs().stream().mapToInt(Pair::row),
            results.controls().stream().mapToInt(ControlFork::row),
            results.failures().stream().mapToInt(RowFailure::row),
            results.rowNotes().stream().mapToInt(RowNote::row))
        .flatMapToInt(stream -> stream);
  }

  private static void requireOnce(GateResults results) {
    requireOnce(
        "pairs", results.pairs().stream().filter(Pair::counts).map(p -> key(p.row(), p.round())));
    requireOnce(
        "A/A controls",
        results.controls().stream().filter(ControlFork::counts).map(c -> key(c.row(), c.round())));
    requireOnce(
        "pairs of the reference loop",
        results.referenceLoop().stream()
            .filter(ReferenceLoopPair::counts)
            .map(r -> "round " + r.round()));
  }

  private static void requireDistinctRows(List<GateRow> rows) {
    var seen = new HashSet<List<Object>>();
    for (var row : rows) {
      if (!seen.add(List.of(row.benchmark(), row.params(), row.mode()))) {
        throw new IllegalArgumentException("The row " + row.label() + " is there twice");
      }
    }
  }

  private static void requireRows(int count, IntStream named) {
    named
        .filter(row -> row >= count)
        .findFirst()
        .ifPresent(row -> {
          throw new IllegalArgumentException(
              "Row %s is named, but there are %s, counted from 0".formatted(row, count));
        });
  }

  /// A margin that cannot be told must not come to light only when the run is judged.
  private static void requireMargins(GateSettings settings, List<GateRow> rows) {
    for (var row : rows) {
      var _ = settings.marginOf(row);
    }
  }

  /// What is judged grows with their square.
  private static void requireAtMost(int maxPairs, List<Pair> pairs) {
    pairs.stream()
        .filter(Pair::counts)
        .collect(Collectors.groupingBy(Pair::row, Collectors.counting()))
        .forEach((row, count) -> {
          if (count > maxPairs) {
            throw new IllegalArgumentException(
                "Row %s has %s counted pairs, and %s are the most".formatted(row, count, maxPairs));
          }
        });
  }

  private static void requireOnce(String what, Stream<String> keys) {
    var seen = new HashSet<String>();
    keys.filter(key -> !seen.add(key))
        .findFirst()
        .ifPresent(key -> {
          throw new IllegalArgumentException("There are two counted " + what + " of " + key);
        });
  }

  private static String key(int row, int round) {
    return "row " + row + " in round " + round;
  }
}
