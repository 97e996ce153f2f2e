package fanout.suite.report;

import fanout.stats.Holm;
import fanout.stats.WelchRatio;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Two stored runs side by side. They were not interleaved, so the most that is said of a
/// difference is that it is suspect.
///
/// @param rows one for each scenario and metric that both runs have, whatever the sizes of pools
///   where there is but one
record Comparison(RunRecord a, RunRecord b, List<Row> rows) {
  private static final double ALPHA = 0.05;
  private static final List<Metric> METRICS =
      List.of(Metric.TIME_MEAN, Metric.CPU_TIME, Metric.ALLOCATED);

  /// What is said of a row.
  enum Word {
    SLOWER("suspect: more in B"),
    FASTER("suspect: less in B"),
    NOISE("within noise"),
    UNKNOWN("not comparable: fewer than two forks");

    private final String text;

    Word(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /// @param ratio B ÷ A; null where a run has fewer than two forks of it
  record Row(Measurement a, Measurement b, @Nullable WelchRatio ratio, Word word) {
    private Row with(Word newWord) {
      return new Row(a, b, ratio, newWord);
    }
  }

  static Comparison of(RunRecord a, RunRecord b) {
    var forksA = new ForkSeries(a.samples());
    var forksB = new ForkSeries(b.samples());
    var scenarios = new ComparedScenarios(a, b);
    var earlier = new HashMap<Scenario, Map<Metric, Measurement>>();
    a.measurements()
        .forEach(
            m -> earlier.computeIfAbsent(m.scenario(), _ -> new HashMap<>()).put(m.metric(), m));
    var rows = new ArrayList<Row>();
    for (var later : b.measurements()) {
      var scenario = scenarios.ofA(later.scenario()).orElse(later.scenario());
      var same = earlier.getOrDefault(scenario, Map.of()).get(later.metric());
      if (same != null && METRICS.contains(later.metric())) {
        var ratio = ratio(values(forksA, same), values(forksB, later));
        rows.add(new Row(same, later, ratio, Word.UNKNOWN));
      }
    }
    return new Comparison(a, b, judged(rows));
  }

  private static @Nullable WelchRatio ratio(double[] before, double[] after) {
    return before.length < 2 || after.length < 2 ? null : WelchRatio.of(after, before);
  }

  private static double[] values(ForkSeries forks, Measurement m) {
    return forks.of(m.scenario(), m.metric()).values().stream()
        .mapToDouble(value -> value)
        .filter(value -> value > 0)
        .toArray();
  }

  /// Holm's correction over all rows: of a hundred equal ones, five would look different.
  private static List<Row> judged(List<Row> rows) {
    var ratios = rows.stream().map(Row::ratio).filter(Objects::nonNull).toList();
    var adjusted = Holm.adjusted(ratios.stream().mapToDouble(WelchRatio::pValue).toArray());
    var judged = new ArrayList<Row>();
    int tested = 0;
    for (var row : rows) {
      var ratio = row.ratio();
      judged.add(ratio == null ? row : row.with(word(ratio, adjusted[tested++])));
    }
    return List.copyOf(judged);
  }

  private static Word word(WelchRatio ratio, double adjustedPValue) {
    if (adjustedPValue > ALPHA) {
      return Word.NOISE;
    }
    return ratio.ratio() > 1 ? Word.SLOWER : Word.FASTER;
  }

  /// How many rows have that word.
  long count(Word word) {
    return rows.stream().filter(row -> row.word() == word).count();
  }
}
