package fanout.gate.run;

import static java.util.stream.Collectors.joining;

import fanout.gate.arm.AnnotatedBenchmark;
import fanout.gate.arm.Annotations;
import fanout.gate.arm.BenchmarkRow;
import fanout.gate.arm.JmhOptions;
import fanout.gate.result.GateRow;
import fanout.gate.result.RowDifference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;

/// Whether both arms measure the same in a row, by their annotations. Forks of another number of
/// threads, or whose invocations are another number of operations, have the same unit and measure
/// something else: they are not compared. Another mode is no harm, as both arms are measured in the
/// baseline's, nor is another JMH; both are told.
///
/// @param baseline what its benchmarks are annotated with
/// @param candidate likewise
/// @param jmh options that hold instead, in both arms
record ComparedArms(Annotations baseline, Annotations candidate, JmhOptions jmh) {
  private static final String NOT_COMPARED = "; it is not compared, and -e REGEX leaves it out.";

  /// The rows that both arms measure alike.
  List<BenchmarkRow> comparable(List<BenchmarkRow> rows) {
    return rows.stream().filter(row -> apart(row.benchmark()).isEmpty()).toList();
  }

  /// The others, each once, as rows of the run that are never measured.
  List<GateRow> incomparable(List<BenchmarkRow> rows) {
    return rows.stream()
        .filter(row -> !apart(row.benchmark()).isEmpty())
        .map(row ->
            new GateRow(
                row.benchmark(),
                row.params(),
                baseline.of(row.benchmark()).keySet().iterator().next(),
                "unknown",
                null))
        .toList();
  }

  /// In what the arms differ, of all rows of a run.
  List<RowDifference> of(List<GateRow> rows) {
    return IntStream.range(0, rows.size())
        .boxed()
        .flatMap(row -> of(row, rows.get(row)).stream())
        .toList();
  }

  private List<RowDifference> of(int index, GateRow row) {
    var found = new ArrayList<RowDifference>();
    apart(row.benchmark())
        .forEach(sentence -> found.add(new RowDifference(index, sentence, false)));
    var mine = baseline.of(row.benchmark()).keySet();
    var others = candidate.of(row.benchmark()).keySet();
    if (jmh.mode() == null && !others.isEmpty() && !others.contains(row.mode())) {
      found.add(
          new RowDifference(
              index,
              "The baseline's mode is %s, the candidate's %s: both are measured as the baseline."
                  .formatted(labels(mine), labels(others)),
              true));
    }
    var before = baseline.jmhVersion();
    var after = candidate.jmhVersion();
    if (before != null && after != null && !before.equals(after)) {
      found.add(
          new RowDifference(
              index,
              "The baseline has JMH %s, the candidate %s: a difference may be JMH's."
                  .formatted(before, after),
              true));
    }
    return found;
  }

  /// Why a benchmark's figures would not measure the same, as sentences.
  private List<String> apart(String benchmark) {
    var sentences = new ArrayList<String>();
    for (var before : baseline.of(benchmark).values()) {
      var after = counterpart(before.mode(), candidate.of(benchmark));
      if (after == null) {
        continue;
      }
      if (jmh.threads() == null) {
        differ(sentences, "%s threads", before.threads(), after.threads());
      }
      var instead = jmh.overrides();
      if (instead.threadGroups() == null) {
        differ(sentences, "groups of %s threads", groups(before), groups(after));
      }
      if (instead.operations() == null) {
        differ(sentences, "%s operations per invocation", before.operations(), after.operations());
      }
      if (instead.batch() == null) {
        differ(sentences, "%s calls per single shot", before.batch(), after.batch());
      }
    }
    return sentences.stream().distinct().toList();
  }

  /// The candidate's annotations of that mode, or else of any: all but the batch are alike.
  private static @Nullable AnnotatedBenchmark counterpart(
      Mode mode, Map<Mode, AnnotatedBenchmark> modes) {
    return modes.getOrDefault(mode, modes.values().stream().findFirst().orElse(null));
  }

  private static void differ(List<String> sentences, String what, Object before, Object after) {
    if (!before.equals(after)) {
      sentences.add(
          "The baseline has %s, the candidate %s"
                  .formatted(what.formatted(before), what.formatted(after))
              + NOT_COMPARED);
    }
  }

  private static String groups(AnnotatedBenchmark benchmark) {
    return benchmark.threadGroups().stream().map(String::valueOf).collect(joining(" and "));
  }

  private static String labels(Collection<Mode> modes) {
    return Set.copyOf(modes).stream().map(Mode::shortLabel).sorted().collect(joining(" and "));
  }
}
