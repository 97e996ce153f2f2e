package fanout.suite.report;

import fanout.chart.Chart;
import fanout.chart.Theme;
import fanout.suite.result.RunRecord;
import java.util.List;
import java.util.stream.Stream;

/// All charts that a run has something for.
final class ChartSet {
  private ChartSet() {}

  static List<Chart> of(Theme theme, RunRecord run) {
    var points = new PointCharts(theme, run);
    return Stream.of(
            points.throughput(),
            points.ratio(),
            LatencyChart.of(theme, run),
            ScalingChart.of(theme, run),
            TimelineChart.of(theme, run),
            points.resources(),
            points.coldStart())
        .filter(chart -> !chart.views().isEmpty())
        .toList();
  }
}
