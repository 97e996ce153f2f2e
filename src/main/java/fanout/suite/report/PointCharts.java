package fanout.suite.report;

import fanout.chart.Chart;
import fanout.chart.Chart.Kind;
import fanout.chart.Chart.PointPanel;
import fanout.chart.Chart.Reference;
import fanout.chart.Chart.Texts;
import fanout.chart.ChartName;
import fanout.chart.Help;
import fanout.chart.Theme;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Metric;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The charts that are points with intervals.
final class PointCharts {
  private static final List<Metric> RESOURCES =
      List.of(Metric.CPU_TIME, Metric.ALLOCATED, Metric.THREADS, Metric.CONNECTIONS);

  private static final List<Dimension> RESOURCE_CHOICES =
      List.of(Dimension.DELAY, Dimension.BODIES, Dimension.CALLERS);

  private final RunRecord run;
  private final PointViews views;
  private final Caption caption;

  PointCharts(Theme theme, RunRecord run) {
    this.run = run;
    this.views = new PointViews(theme, new ForkSeries(run.samples()));
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
                + " axis."
                + (rows.stream().allMatch(row -> floor(row) == null)
                    ? ""
                    : " The dashed line is a bare client."),
            caption.intervals("Closed loop: batches per second are callers ÷ mean time. "),
            Help.THROUGHPUT),
        true,
        0,
        views.of(
            rows,
            List.of(Dimension.BODIES, Dimension.CALLERS),
            (maker, panel) ->
                new PointPanel(
                    Dimension.DELAY.text(panel.getFirst().scenario()),
                    false,
                    floor(panel.getFirst()),
                    maker.scores(panel)),
            List.of(Dimension.DELAY)));
  }

  /// What a bare client does; null where that was not measured.
  private @Nullable Reference floor(Measurement row) {
    return row.scenario().floor().stream()
        .flatMap(floor -> run.measurements().stream().filter(m -> m.scenario().equals(floor)))
        .filter(m -> m.metric() == row.metric())
        .map(m -> new Reference(m.score(), 0))
        .findFirst()
        .orElse(null);
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
        views.of(
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
    var made =
        views.of(
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
        made);
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
        views.of(
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
