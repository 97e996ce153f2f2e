package fanout.suite.report;

import fanout.chart.Chart;
import fanout.chart.Chart.Kind;
import fanout.chart.Chart.Line;
import fanout.chart.Chart.LinePanel;
import fanout.chart.Chart.LinePoint;
import fanout.chart.Chart.Texts;
import fanout.chart.Chart.Tick;
import fanout.chart.Chart.View;
import fanout.chart.ChartName;
import fanout.chart.Help;
import fanout.chart.Numbers;
import fanout.chart.Theme;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Name;
import fanout.vocabulary.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Time per batch over the number of endpoints in it.
final class ScalingChart {
  private final Theme theme;
  private final RunRecord run;

  private ScalingChart(Theme theme, RunRecord run) {
    this.theme = theme;
    this.run = run;
  }

  static Chart of(Theme theme, RunRecord run) {
    return new ScalingChart(theme, run).chart();
  }

  private Chart chart() {
    var rows =
        run.measurements().stream()
            .filter(m -> m.scenario().benchmark() == Benchmark.FAN_OUT)
            .filter(m -> m.metric() == Metric.TIME_MEAN && size(m) > 0)
            .filter(m -> m.scenario().strategy() != null && m.score() > 0)
            .toList();
    var delays = Dimension.split(rows, Measurement::scenario, List.of(Dimension.DELAY));
    var scenarios = rows.stream().map(Measurement::scenario).toList();
    return new Chart(
        ChartName.SCALING.text(),
        Kind.LINES,
        new Texts(
            "Scaling",
            "Scaling: a batch of six endpoints, and of many",
            "Milliseconds per batch over endpoints per batch, both axes logarithmic; lower is better.",
            new Caption(run.environment())
                .with(
                    "Points are means over forks, vertical lines 95 % t intervals. Every fetch is of"
                        + " users; only the marked sizes were measured."),
            Help.SCALING),
        true,
        0,
        delays.stream().map(group -> view(group, scenarios)).toList());
  }

  private View view(List<Measurement> rows, List<Scenario> all) {
    var labels = new RowLabels(rows.stream().map(m -> m.scenario().withEndpoints(null)).toList());
    var lines = new LinkedHashMap<Scenario, List<Measurement>>();
    rows.stream()
        .sorted(
            Comparator.comparingInt((Measurement m) -> StrategyPlace.of(theme, m.scenario()))
                .thenComparingInt(ScalingChart::size))
        .forEach(m ->
            lines.computeIfAbsent(m.scenario().withEndpoints(null), _ -> new ArrayList<>()).add(m));
    var sizes = rows.stream().map(ScalingChart::size).distinct().sorted().toList();
    var scenario = rows.getFirst().scenario();
    var panel =
        new LinePanel(
            "ms per batch",
            "endpoints per batch",
            false,
            true,
            sizes.stream().map(n -> new Tick(n, Numbers.text(n.longValue()))).toList(),
            lines.entrySet().stream()
                .map(e -> line(labels.label(e.getKey()), e.getValue()))
                .toList(),
            ideals(scenario, sizes));
    return new View(
        Dimension.choices(scenario, all, List.of(Dimension.DELAY)),
        Dimension.conditions(rows.stream().map(Measurement::scenario).toList()),
        List.of(panel));
  }

  private static Line line(String label, List<Measurement> rows) {
    var points =
        rows.stream()
            .map(m -> new LinePoint(size(m), m.score(), m.ciLow(), m.ciHigh(), m.samples()))
            .toList();
    return new Line(Name.textOf(rows.getFirst().scenario().strategy()), label, points);
  }

  /// One delay, however many endpoints, which is known only where the delay is fixed; and what a
  /// bare client needed.
  private List<Line> ideals(Scenario scenario, List<Integer> sizes) {
    var ideals = new ArrayList<Line>();
    double delay = scenario.delay() == null ? 0 : DisplayNames.fixedDelayMillis(scenario.delay());
    if (delay > 0) {
      ideals.add(
          new Line(
              null,
              "ideal: one delay",
              sizes.stream().map(n -> new LinePoint(n, delay, null, null, 0)).toList()));
    }
    var bare = bareClient(scenario);
    if (!bare.isEmpty()) {
      ideals.add(line("a bare client", bare));
    }
    return ideals;
  }

  /// What a bare client needed for the same sizes, in their order.
  private List<Measurement> bareClient(Scenario scenario) {
    var floor = scenario.floor().map(each -> each.withEndpoints(null));
    return run.measurements().stream()
        .filter(m -> floor.equals(Optional.of(m.scenario().withEndpoints(null))))
        .filter(m -> m.metric() == Metric.TIME_MEAN && m.score() > 0)
        .sorted(Comparator.comparingInt(ScalingChart::size))
        .toList();
  }

  private static int size(Measurement m) {
    return m.scenario().batchSize().orElse(0);
  }
}
