package fanout.suite.report;

import fanout.chart.Page;
import fanout.suite.result.Measurement;
import fanout.vocabulary.Name;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The rows of `results.csv` as the page's table, without columns that are empty throughout; what a
/// reader looks for stands first.
final class MeasurementTable {
  private static final String NOTE =
      "Score is the mean over forks with its 95 % interval; ratio is to SEQUENTIAL in the same"
          + " rounds; floor_ratio is a bare client's time ÷ this one's, 1 at best.";

  private static final List<String> COLUMNS =
      List.of(
          "benchmark",
          "strategy",
          "delay",
          "bodies",
          "endpoints",
          "callers",
          "metric",
          "score",
          "ci_low",
          "ci_high",
          "unit",
          "ratio",
          "ratio_low",
          "ratio_high",
          "floor_ratio",
          "floor_ratio_low",
          "floor_ratio_high",
          "forks",
          "samples",
          "threads",
          "processes",
          "in_flight");
  private static final List<String> WORDS =
      List.of("benchmark", "strategy", "delay", "bodies", "metric", "unit");

  private MeasurementTable() {}

  static Page.Table of(List<Measurement> measurements) {
    var rows = measurements.stream().map(MeasurementTable::cells).toList();
    int[] used =
        IntStream.range(0, COLUMNS.size())
            .filter(i -> rows.stream().anyMatch(row -> row.get(i) != null))
            .toArray();
    var columns = Arrays.stream(used).mapToObj(COLUMNS::get).toList();
    return new Page.Table(
        NOTE,
        columns,
        columns.stream().map(WORDS::contains).toList(),
        rows.stream().map(row -> pick(row, used)).toList());
  }

  private static List<@Nullable Object> pick(List<@Nullable Object> row, int[] used) {
    var picked = new ArrayList<@Nullable Object>();
    for (int i : used) {
      picked.add(row.get(i));
    }
    return picked;
  }

  private static List<@Nullable Object> cells(Measurement m) {
    var s = m.scenario();
    return Arrays.<@Nullable Object>asList(
        s.benchmark().text(),
        Name.textOf(s.strategy()),
        Name.textOf(s.delay()),
        Name.textOf(s.bodies()),
        s.endpoints(),
        s.callers(),
        m.metric().column(),
        m.score(),
        m.ciLow(),
        m.ciHigh(),
        m.unit().text(),
        m.ratio(),
        m.ratioLow(),
        m.ratioHigh(),
        m.floorRatio(),
        m.floorRatioLow(),
        m.floorRatioHigh(),
        m.forks(),
        m.samples(),
        s.threads(),
        s.processes(),
        s.inFlight());
  }
}
