package fanout.gate.run;

import fanout.gate.arm.BenchmarkRow;
import fanout.gate.arm.ListedBenchmark;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.regex.Pattern;

/// What both arms have: only that can be compared.
///
/// @param rows in the baseline's order
/// @param missing what only the baseline has, by name, without what may be missing
/// @param notes what cannot be compared, as sentences
record CommonRows(List<BenchmarkRow> rows, List<String> missing, List<String> notes) {
  /// More are counted, not listed.
  private static final int NAMED = 5;

  /// Finds them.
  ///
  /// @param params values in place of the benchmarks' own
  /// @param allowMissing regular expressions of what the candidate may lack
  /// @throws GateException if there are none
  static CommonRows of(
      List<ListedBenchmark> baseline,
      List<ListedBenchmark> candidate,
      SortedMap<String, List<String>> params,
      List<String> allowMissing)
      throws GateException {
    var inBaseline = rows(baseline, params);
    var inCandidate = rows(candidate, params);
    requireSome(inBaseline, inCandidate);
    var common = new ArrayList<BenchmarkRow>();
    var unnameable = new LinkedHashSet<BenchmarkRow>();
    for (var row : inBaseline) {
      if (inCandidate.contains(row)) {
        (row.canBeRequested() ? common : unnameable).add(row);
      }
    }
    if (common.isEmpty()) {
      throw GateException.nothingToJudge(
          "The arms have no benchmark in common: the baseline has %s, the candidate has %s"
              .formatted(named(inBaseline), named(inCandidate)));
    }
    var notes = new ArrayList<String>();
    var gone = without(inBaseline, inCandidate);
    var allowed = new LinkedHashSet<>(gone);
    allowed.removeIf(row -> allowMissing.stream().noneMatch(regex -> isFound(regex, row)));
    note(notes, "The candidate lacks %s, which it may.", allowed);
    gone.removeAll(allowed);
    note(notes, "The candidate lacks %s: not judged.", gone);
    note(notes, "Only the candidate has %s: not judged.", without(inCandidate, inBaseline));
    note(
        notes,
        "JMH's command line takes a comma for the end of a parameter's value and cannot name"
            + " %s: not judged.",
        unnameable);
    return new CommonRows(
        List.copyOf(common),
        gone.stream().map(BenchmarkRow::toString).toList(),
        List.copyOf(notes));
  }

  private static boolean isFound(String regex, BenchmarkRow row) {
    return Pattern.compile(regex).matcher(row.toString()).find();
  }

  private static void requireSome(
      SequencedSet<BenchmarkRow> baseline, SequencedSet<BenchmarkRow> candidate)
      throws GateException {
    if (baseline.isEmpty() && candidate.isEmpty()) {
      throw GateException.nothingToJudge("No benchmark of either arm matches --include and -e");
    }
  }

  private static SequencedSet<BenchmarkRow> rows(
      List<ListedBenchmark> listed, SortedMap<String, List<String>> params) {
    var rows = new LinkedHashSet<BenchmarkRow>();
    listed.forEach(benchmark -> rows.addAll(benchmark.rows(params)));
    return rows;
  }

  private static SequencedSet<BenchmarkRow> without(
      SequencedSet<BenchmarkRow> rows, SequencedSet<BenchmarkRow> others) {
    var rest = new LinkedHashSet<>(rows);
    rest.removeAll(others);
    return rest;
  }

  private static void note(List<String> notes, String sentence, SequencedSet<BenchmarkRow> rows) {
    if (!rows.isEmpty()) {
      notes.add(sentence.formatted(named(rows)));
    }
  }

  private static String named(SequencedSet<BenchmarkRow> rows) {
    if (rows.isEmpty()) {
      return "none";
    }
    var names = rows.stream().limit(NAMED).map(BenchmarkRow::toString).toList();
    int more = rows.size() - names.size();
    return String.join(", ", names) + (more == 0 ? "" : " and " + more + " more");
  }
}
