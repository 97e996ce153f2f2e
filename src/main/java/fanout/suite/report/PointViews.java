package fanout.suite.report;

import fanout.chart.Chart.PointPanel;
import fanout.chart.Chart.View;
import fanout.chart.Theme;
import fanout.suite.result.Measurement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// The views of a chart of points.
record PointViews(Theme theme, ForkSeries forks) {
  /// Makes the panel of some measurements.
  interface PanelMaker {
    PointPanel panel(PointRows maker, List<Measurement> rows);
  }

  /// A view per choice; in it a panel per value of `panels` and per metric and benchmark.
  List<View> of(
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
}
