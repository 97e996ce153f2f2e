package fanout.suite.report;

import fanout.chart.Chart;
import fanout.chart.Chart.Kind;
import fanout.chart.Chart.PointPanel;
import fanout.chart.Chart.Reference;
import fanout.chart.Chart.Texts;
import fanout.chart.Chart.View;
import fanout.chart.ChartName;
import fanout.chart.Help;
import fanout.chart.Theme;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The charts that are points with intervals.
final class PointCharts {
  private static final List<Metric> RESOURCES =
      List.of(Metric.CPU_TIME, Metric.ALLOCATED, Metric.THREADS, Metric.CONNECTIONS);

  private static final List<Dimension> RESOURCE_CHOICES =
      List.of(Dimension.DELAY, Dimension.BODIES, Dimension.CALLERS);

  private final Theme theme;
  private final RunRecord run;
  private final ForkSeries forks;
  private final Caption caption;

  PointCharts(Theme theme, RunRecord run) {
    this.theme = theme;
    this.run = run;
    this.forks = new ForkSeries(run.samples());
    this.caption = new Caption(run.environment());
  }

  Chart throughput() {
    var rows = measurements(m -> isSix(m) && m.metric() == Metric.THROUGHPUT);
    return new Chart(
        ChartName.THROUGHPUT.text(),
        Kind.POINTS,
        new Texts(
            "Throughput",
            "Throughput: batches of six fetches per second",
            "Batches per second; higher is better. One panel per delay of the stub, each with its own"
                + " axis.",
            caption.intervals("Closed loop: batches per second are callers ÷ mean time. "),
            Help.THROUGHPUT),
        true,
        0,
        views(
            rows,
            List.of(Dimension.BODIES, Dimension.CALLERS),
            (maker, panel) ->
                new PointPanel(
                    Dimension.DELAY.text(panel.getFirst().scenario()),
                    false,
                    null,
                    maker.scores(panel)),
            List.of(Dimension.DELAY)));
  }

  Chart ratio() {
    var rows = measurements(m -> isSix(m) && m.metric() == Metric.THROUGHPUT && m.ratio() != null);
    return new Chart(
        ChartName.RATIO.text(),
        Kind.POINTS,
        new Texts(
            "Ratio",
            "How many times as many batches as SEQUENTIAL",
            "Throughput ÷ throughput of SEQUENTIAL in the same round, on a log axis; higher is better."
                + " The dashed line is 1, as fast as SEQUENTIAL; a hollow point is not told apart"
                + " from it.",
            caption.ratios(),
            Help.RATIO),
        true,
        0,
        views(
            rows,
            List.of(Dimension.BODIES, Dimension.CALLERS),
            (maker, panel) ->
                new PointPanel(
                    Dimension.DELAY.text(panel.getFirst().scenario()),
                    true,
                    new Reference(1, 0),
                    maker.ratios(panel)),
            List.of(Dimension.DELAY)));
  }

  Chart resources() {
    var rows = measurements(m -> isSix(m) && RESOURCES.contains(m.metric()));
    var views =
        views(
            rows,
            RESOURCE_CHOICES,
            (maker, panel) ->
                new PointPanel(resourceTitle(panel.getFirst()), false, null, maker.scores(panel)),
            List.of());
    return new Chart(
        ChartName.RESOURCES.text(),
        Kind.POINTS,
        new Texts(
            "Resources",
            "What a batch costs",
            "Lower is better. CPU, threads and connections with those of worker processes; allocated"
                + " bytes without.",
            caption.intervals(""),
            Help.RESOURCES),
        true,
        FirstView.of(
            Dimension.split(rows, Measurement::scenario, RESOURCE_CHOICES).stream()
                .map(view -> view.getFirst().scenario())
                .toList()),
        views);
  }

  Chart coldStart() {
    var rows = measurements(ColdStart::isOne);
    return new Chart(
        ChartName.COLD_START.text(),
        Kind.POINTS,
        new Texts(
            "Cold start",
            "The whole program, from exec to exit",
            "Milliseconds for one batch of the six in a new process; lower is better. Grey diamonds"
                + " are programs in Python. One panel per pause, each with its own axis.",
            caption.intervals(""),
            Help.COLD_START),
        true,
        0,
        views(
            rows,
            List.of(),
            (maker, panel) ->
                new PointPanel(
                    ColdStart.pause(panel.getFirst().scenario().benchmark()),
                    false,
                    null,
                    maker.scores(panel)),
            List.of()));
  }

  /// Makes the panel of some measurements.
  private interface PanelMaker {
    PointPanel panel(PointRows maker, List<Measurement> rows);
  }

  /// A view per choice; in it a panel per value of `panels` and per metric and benchmark.
  private List<View> views(
      List<Measurement> rows,
      List<Dimension> choices,
      PanelMaker panelMaker,
      List<Dimension> panels) {
    var scenarios = rows.stream().map(Measurement::scenario).distinct().toList();
    var maker = new PointRows(theme, forks, scenarios);
    var views = new ArrayList<View>();
    for (var view : Dimension.split(rows, Measurement::scenario, choices)) {
      var made =
          Dimension.split(view, Measurement::scenario, panels).stream()
              .flatMap(group -> byMetricAndBenchmark(group).stream())
              .map(group -> panelMaker.panel(maker, group))
              .toList();
      views.add(
          new View(
              Dimension.choices(view.getFirst().scenario(), scenarios, choices),
              Dimension.conditions(view.stream().map(Measurement::scenario).toList()),
              made));
    }
    return views;
  }

  private static List<List<Measurement>> byMetricAndBenchmark(List<Measurement> rows) {
    var groups =
        new TreeMap<Measurement, List<Measurement>>(
            Comparator.<Measurement, String>comparing(m -> m.scenario().benchmark().text())
                .thenComparing(Measurement::metric));
    rows.forEach(m -> groups.computeIfAbsent(m, _ -> new ArrayList<>()).add(m));
    return List.copyOf(groups.values());
  }

  private List<Measurement> measurements(Predicate<Measurement> which) {
    return run.measurements().stream().filter(which).toList();
  }

  private static boolean isSix(Measurement m) {
    return m.scenario().benchmark() == Benchmark.SIX_ENDPOINTS && m.scenario().strategy() != null;
  }

  private static String resourceTitle(Measurement m) {
    return switch (m.metric()) {
      case CPU_TIME -> "CPU time, " + PointRows.unit(m);
      case ALLOCATED -> "Allocated, " + PointRows.unit(m);
      case THREADS -> "Native threads";
      case CONNECTIONS -> "Connections";
      case TIME_MEAN, TIME_P50, TIME_P90, TIME_P99, TIME_P99_9, TIME_MAX, THROUGHPUT ->
          throw new IllegalArgumentException(m.metric() + " is no resource");
    };
  }
}
