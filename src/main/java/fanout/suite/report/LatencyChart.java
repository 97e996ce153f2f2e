package fanout.suite.report;

import fanout.chart.Chart;
import fanout.chart.Chart.Kind;
import fanout.chart.Chart.Line;
import fanout.chart.Chart.LinePanel;
import fanout.chart.Chart.LinePoint;
import fanout.chart.Chart.TextTable;
import fanout.chart.Chart.Texts;
import fanout.chart.Chart.Tick;
import fanout.chart.Chart.View;
import fanout.chart.ChartName;
import fanout.chart.Help;
import fanout.chart.Numbers;
import fanout.chart.Theme;
import fanout.suite.result.PercentilePoint;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Name;
import fanout.vocabulary.Scenario;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Latency by percentile, with the band of the forks.
final class LatencyChart {
  private static final String TOO_FEW =
      "Too few samples for a line: fewer than ten lie beyond each percentile.";
  private static final MathContext FIVE_DIGITS = new MathContext(5);
  private static final List<Dimension> CHOICES =
      List.of(Dimension.DELAY, Dimension.BODIES, Dimension.CALLERS);
  private static final List<Tick> TICKS =
      List.of(
          new Tick(0, "0"),
          new Tick(50, "50"),
          new Tick(90, "90"),
          new Tick(99, "99"),
          new Tick(99.9, "99.9"),
          new Tick(99.99, "99.99"),
          new Tick(99.999, "99.999"));

  /// Percentiles of the table; the last is the maximum.
  private static final List<Double> COLUMNS = List.of(50.0, 90.0, 99.0, 99.9, 100.0);

  private final Theme theme;
  private final RunRecord run;
  private final RowLabels labels;
  private final List<Scenario> scenarios;
  private final Map<Scenario, List<PercentilePoint>> points;
  private final PooledPercentiles pooled;

  private LatencyChart(Theme theme, RunRecord run) {
    this.theme = theme;
    this.run = run;
    this.points =
        run.percentiles().stream()
            .filter(p -> p.scenario().benchmark() == Benchmark.SIX_ENDPOINTS)
            .filter(p -> p.scenario().strategy() != null)
            .collect(Collectors.groupingBy(PercentilePoint::scenario));
    this.scenarios =
        run.percentiles().stream()
            .map(PercentilePoint::scenario)
            .filter(points::containsKey)
            .distinct()
            .sorted(Comparator.comparingInt(this::place))
            .toList();
    this.labels = new RowLabels(scenarios);
    this.pooled = new PooledPercentiles(run.percentiles());
  }

  static Chart of(Theme theme, RunRecord run) {
    return new LatencyChart(theme, run).chart();
  }

  private Chart chart() {
    var groups = Dimension.split(scenarios, s -> s, CHOICES);
    return new Chart(
        ChartName.LATENCY.text(),
        Kind.LINES,
        new Texts(
            "Latency",
            "Latency: how long a batch takes, by percentile",
            "Milliseconds per batch of the six; lower is better. Closed-loop service time: a caller"
                + " that waits sends nothing.",
            new Caption(run.environment())
                .with(
                    "Lines are all forks together, bands go from the lowest to the highest fork. A line"
                        + " ends where fewer than ten samples lie beyond. – in the table: fewer than"
                        + " ten samples lie beyond."),
            Help.LATENCY),
        true,
        FirstView.of(groups.stream().map(List::getFirst).toList()),
        groups.stream().map(this::view).toList());
  }

  private View view(List<Scenario> group) {
    var lines = group.stream().map(this::line).filter(l -> !l.points().isEmpty()).toList();
    double last = lines.stream().mapToDouble(l -> l.points().getLast().x()).max().orElse(0);
    var panel =
        new LinePanel(
            "ms per batch",
            "percentile of the batches, %",
            true,
            true,
            TICKS.stream().filter(tick -> tick.value() <= last + 1e-9).toList(),
            lines,
            List.of());
    return new View(
        Dimension.choices(group.getFirst(), scenarios, CHOICES),
        Dimension.conditions(group),
        lines.isEmpty() ? List.of() : List.of(panel),
        table(group),
        lines.isEmpty() ? TOO_FEW : null);
  }

  private Line line(Scenario scenario) {
    var label = labels.label(scenario);
    var all = points.getOrDefault(scenario, List.of());
    var merged =
        all.stream()
            .filter(p -> p.round() == null && p.samplesBeyond() >= PooledPercentiles.FEWEST_BEYOND)
            .filter(p -> p.percentile() >= 0 && p.percentile() < 100)
            .sorted(Comparator.comparingDouble(PercentilePoint::percentile))
            .map(p -> point(p, all))
            .toList();
    return new Line(Name.textOf(scenario.strategy()), label, merged);
  }

  /// A fork's own percentile can lie beside the merged one by less than a histogram's step: the
  /// band always holds the line.
  private static LinePoint point(PercentilePoint p, List<PercentilePoint> all) {
    var forks =
        all.stream()
            .filter(other -> other.round() != null && other.percentile() == p.percentile())
            .mapToDouble(PercentilePoint::timeMs)
            .summaryStatistics();
    return forks.getCount() < 2
        ? new LinePoint(p.percentile(), rounded(p.timeMs()), null, null, p.samplesBeyond())
        : new LinePoint(
            p.percentile(),
            rounded(p.timeMs()),
            rounded(Math.min(forks.getMin(), p.timeMs())),
            rounded(Math.max(forks.getMax(), p.timeMs())),
            p.samplesBeyond());
  }

  /// Ten thousand points stand in a page: more digits than a screen shows would be dead weight.
  private static double rounded(double timeMs) {
    return new BigDecimal(timeMs).round(FIVE_DIGITS).doubleValue();
  }

  private TextTable table(List<Scenario> group) {
    var rows = new ArrayList<List<String>>();
    for (var scenario : group) {
      var cells = new ArrayList<String>();
      cells.add(labels.label(scenario));
      COLUMNS.forEach(percentile -> cells.add(pooled.text(scenario, percentile)));
      cells.add(samples(scenario));
      rows.add(cells);
    }
    return new TextTable(
        List.of("ms per batch", "p50", "p90", "p99", "p99.9", "max", "samples"), rows);
  }

  private String samples(Scenario scenario) {
    return run.measurements().stream()
        .filter(m -> m.scenario().equals(scenario) && m.metric() == Metric.TIME_P50)
        .findFirst()
        .map(m -> Numbers.text(m.samples()))
        .orElse(PooledPercentiles.UNKNOWN);
  }

  private int place(Scenario scenario) {
    return StrategyPlace.of(theme, scenario);
  }
}
