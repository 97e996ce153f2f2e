package fanout.suite.report;

import fanout.chart.Chart;
import fanout.chart.Chart.Kind;
import fanout.chart.Chart.PointPanel;
import fanout.chart.Chart.PointRow;
import fanout.chart.Chart.Reference;
import fanout.chart.Chart.Span;
import fanout.chart.Chart.Texts;
import fanout.chart.Chart.View;
import fanout.chart.ChartName;
import fanout.chart.Help;
import fanout.chart.Numbers;
import fanout.chart.Theme;
import fanout.stats.WelchRatio;
import fanout.suite.report.Comparison.Row;
import fanout.suite.report.Comparison.Word;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The charts of two runs side by side: what each took, and their ratio.
final class ComparisonCharts {
  private static final List<Dimension> CHOICES = List.of(Dimension.BODIES, Dimension.CALLERS);

  private final Comparison comparison;
  private final PointRows fromA;
  private final PointRows fromB;
  private final List<Scenario> scenarios;
  private final List<Row> rows;

  private ComparisonCharts(Theme theme, Comparison comparison) {
    this.comparison = comparison;
    this.rows =
        comparison.rows().stream()
            .filter(row -> row.b().scenario().benchmark() == Benchmark.SIX_ENDPOINTS)
            .filter(row -> row.b().metric() == Metric.TIME_MEAN)
            .toList();
    this.scenarios = rows.stream().map(row -> row.b().scenario()).toList();
    this.fromA =
        new PointRows(
            theme,
            new ForkSeries(comparison.a().samples()),
            rows.stream().map(row -> row.a().scenario()).toList());
    this.fromB = new PointRows(theme, new ForkSeries(comparison.b().samples()), scenarios);
  }

  static List<Chart> of(Theme theme, Comparison comparison) {
    var charts = new ComparisonCharts(theme, comparison);
    return charts.rows.isEmpty() ? List.of() : List.of(charts.ratio(), charts.both());
  }

  private Chart ratio() {
    return new Chart(
        ChartName.RATIO.text(),
        Kind.POINTS,
        new Texts(
            "Ratio",
            "Time per batch of the six: B ÷ A",
            "On a log axis; right of the dashed line B took longer than A. A hollow point is within"
                + " noise.",
            caption("Points are ratios of geometric means of forks, lines 95 % Welch intervals. "),
            Help.COMPARISON),
        true,
        0,
        views(this::ratioPanel));
  }

  private Chart both() {
    return new Chart(
        ChartName.BOTH.text(),
        Kind.POINTS,
        new Texts(
            "Both runs",
            "Time per batch of the six, in A and in B",
            "Milliseconds per batch; lower is better.",
            caption("Points are means over forks, lines 95 % t intervals, faint dots the forks. "),
            Help.COMPARISON),
        true,
        0,
        views(this::bothPanel));
  }

  private List<String> caption(String first) {
    var a = new Caption(comparison.a().environment());
    var b = new Caption(comparison.b().environment());
    return List.of(first, "A: " + a.run() + " " + a.machine(), "B: " + b.run() + " " + b.machine());
  }

  private List<View> views(Function<List<Row>, PointPanel> panel) {
    return Dimension.split(rows, row -> row.b().scenario(), CHOICES).stream()
        .map(view ->
            new View(
                Dimension.choices(view.getFirst().b().scenario(), scenarios, CHOICES),
                Dimension.conditions(view.stream().map(row -> row.b().scenario()).toList()),
                Dimension.split(view, row -> row.b().scenario(), List.of(Dimension.DELAY)).stream()
                    .map(panel)
                    .toList()))
        .toList();
  }

  private static String title(List<Row> rows) {
    return Dimension.DELAY.text(rows.getFirst().b().scenario());
  }

  private PointPanel ratioPanel(List<Row> rows) {
    var points = new ArrayList<PointRow>();
    for (var row : rows) {
      if (row.ratio() != null) {
        points.add(ratioPoint(fromB.scores(List.of(row.b())).getFirst(), row.ratio(), row.word()));
      }
    }
    return new PointPanel(title(rows), true, new Reference(1, 0), points);
  }

  private static PointRow ratioPoint(PointRow named, WelchRatio ratio, Word word) {
    var text = Numbers.text(ratio.ratio()) + "×";
    return new PointRow(
        named.name(),
        named.label(),
        named.place(),
        ratio.ratio(),
        new Span(ratio.low(), ratio.high()),
        List.of(),
        word == Word.NOISE || (ratio.low() <= 1 && 1 <= ratio.high()),
        text,
        "%s\nB takes %s the time of A\n95 %% interval %s\n%s"
            .formatted(named.label(), text, Numbers.range(ratio.low(), ratio.high()), word.text()));
  }

  private PointPanel bothPanel(List<Row> rows) {
    var points = new ArrayList<PointRow>();
    for (var row : rows) {
      points.add(of("A", 0, fromA.scores(List.of(row.a())).getFirst()));
      points.add(of("B", 1, fromB.scores(List.of(row.b())).getFirst()));
    }
    return new PointPanel(title(rows), false, null, points);
  }

  private static PointRow of(String run, int offset, PointRow row) {
    return new PointRow(
        row.name(),
        row.label() + " " + run,
        2 * row.place() + offset,
        row.score(),
        row.span(),
        row.dots(),
        row.hollow(),
        row.text(),
        "Run " + run + ": " + row.tip());
  }
}
