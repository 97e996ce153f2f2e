package fanout.suite.report;

import fanout.chart.Chart.PointRow;
import fanout.chart.Chart.Span;
import fanout.chart.Numbers;
import fanout.chart.Theme;
import fanout.suite.result.Measurement;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Name;
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
    return DisplayNames.unit(measurement.unit());
  }

  private PointRow score(Measurement m) {
    double factor = m.metric() == Metric.ALLOCATED ? 1 / BYTES_PER_MEGABYTE : 1;
    var span =
        m.ciLow() == null || m.ciHigh() == null
            ? null
            : new Span(m.ciLow() * factor, m.ciHigh() * factor);
    double score = m.score() * factor;
    var dots =
        forks.of(m.scenario(), m.metric()).values().stream().map(dot -> dot * factor).toList();
    var interval =
        span == null
            ? "no interval: fewer than two forks"
            : "95 % interval " + Numbers.range(span.low(), span.high());
    return row(
        m,
        score,
        span,
        dots,
        false,
        Numbers.text(score),
        Numbers.text(score) + " " + unit(m) + "\n" + interval + "\n" + counts(m));
  }

  private PointRow ratio(Measurement m) {
    double ratio = Objects.requireNonNull(m.ratio());
    var span =
        m.ratioLow() == null || m.ratioHigh() == null
            ? null
            : new Span(m.ratioLow(), m.ratioHigh());
    boolean noise = span == null || (span.low() <= 1 && 1 <= span.high());
    var text = Numbers.text(ratio) + "×";
    var interval =
        span == null
            ? "no interval: fewer than two rounds"
            : "95 % interval " + Numbers.range(span.low(), span.high());
    var tip =
        text + " SEQUENTIAL\n" + interval + (noise ? "\nwithin noise" : "") + "\n" + counts(m);
    return row(m, ratio, span, List.of(), noise, text, tip);
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
      @Nullable Span span,
      List<Double> dots,
      boolean hollow,
      String text,
      String tip) {
    var label = labels.label(m.scenario());
    var strategy = m.scenario().strategy();
    int place =
        (strategy == null ? 0 : StrategyPlace.of(theme, strategy)) * scenarios.size()
            + scenarios.indexOf(m.scenario());
    return new PointRow(
        Name.textOf(strategy), label, place, score, span, dots, hollow, text, label + "\n" + tip);
  }

  private static List<PointRow> sorted(List<PointRow> rows) {
    return rows.stream().sorted(Comparator.comparingInt(PointRow::place)).toList();
  }
}
