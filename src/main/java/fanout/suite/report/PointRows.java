package fanout.suite.report;

import fanout.chart.Chart.PointRow;
import fanout.chart.Numbers;
import fanout.chart.Theme;
import fanout.suite.result.Measurement;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes the rows of panels of points.
final class PointRows {
  private static final double BYTES_PER_MEGABYTE = 1e6;

  private final Theme theme;
  private final ForkSeries forks;
  private final RowLabels labels;
  private final List<Scenario> scenarios;

  /// @param scenarios all that stand in the chart
  PointRows(Theme theme, ForkSeries forks, List<Scenario> scenarios) {
    this.theme = theme;
    this.forks = forks;
    this.scenarios = scenarios;
    this.labels = new RowLabels(scenarios);
  }

  /// A row per measurement: the score, its interval, and the forks.
  List<PointRow> scores(List<Measurement> measurements) {
    return sorted(measurements.stream().map(this::score).toList());
  }

  /// A row per measurement that has a ratio to the sequential strategy.
  List<PointRow> ratios(List<Measurement> measurements) {
    return sorted(measurements.stream().filter(m -> m.ratio() != null).map(this::ratio).toList());
  }

  /// The unit that the rows are drawn in, as words: bytes are drawn as megabytes.
  static String unit(Measurement measurement) {
    var unit = DisplayNames.unit(measurement.unit());
    return measurement.metric() == Metric.ALLOCATED ? unit.replace("bytes", "MB") : unit;
  }

  private PointRow score(Measurement m) {
    double factor = m.metric() == Metric.ALLOCATED ? 1 / BYTES_PER_MEGABYTE : 1;
    var low = m.ciLow() == null ? null : m.ciLow() * factor;
    var high = m.ciHigh() == null ? null : m.ciHigh() * factor;
    double score = m.score() * factor;
    var dots =
        forks.of(m.scenario(), m.metric()).values().stream().map(dot -> dot * factor).toList();
    var interval =
        low == null || high == null
            ? "no interval: fewer than two forks"
            : "95 % interval " + Numbers.range(low, high);
    return row(
        m,
        score,
        low,
        high,
        dots,
        false,
        Numbers.text(score),
        Numbers.text(score) + " " + unit(m) + "\n" + interval + "\n" + counts(m));
  }

  private PointRow ratio(Measurement m) {
    double ratio = Objects.requireNonNull(m.ratio());
    var low = m.ratioLow();
    var high = m.ratioHigh();
    boolean noise = low == null || high == null || (low <= 1 && 1 <= high);
    var text = Numbers.text(ratio) + "×";
    var interval =
        low == null || high == null
            ? "no interval: fewer than two rounds"
            : "95 % interval " + Numbers.range(low, high);
    var tip =
        text + " SEQUENTIAL\n" + interval + (noise ? "\nwithin noise" : "") + "\n" + counts(m);
    return row(m, ratio, low, high, List.of(), noise, text, tip);
  }

  private static String counts(Measurement m) {
    return Numbers.text((long) m.forks())
        + (m.forks() == 1 ? " fork, " : " forks, ")
        + Numbers.text(m.samples())
        + " samples";
  }

  private PointRow row(
      Measurement m,
      double score,
      @Nullable Double low,
      @Nullable Double high,
      List<Double> dots,
      boolean hollow,
      String text,
      String tip) {
    var label = labels.label(m.scenario());
    var strategy = m.scenario().strategy();
    int place =
        (strategy == null ? 0 : theme.place(strategy)) * scenarios.size()
            + scenarios.indexOf(m.scenario());
    return new PointRow(
        strategy, label, place, score, low, high, dots, hollow, text, label + "\n" + tip);
  }

  private static List<PointRow> sorted(List<PointRow> rows) {
    return rows.stream().sorted(Comparator.comparingInt(PointRow::place)).toList();
  }
}
