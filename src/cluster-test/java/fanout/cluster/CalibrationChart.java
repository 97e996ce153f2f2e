package fanout.cluster;

import fanout.chart.Chart;
import fanout.chart.Chart.Kind;
import fanout.chart.Chart.Line;
import fanout.chart.Chart.LinePanel;
import fanout.chart.Chart.LinePoint;
import fanout.chart.Chart.Texts;
import fanout.chart.Chart.Tick;
import fanout.chart.Chart.View;
import fanout.stats.Estimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/// What more members bring, measured and modelled.
final class CalibrationChart {
  static final String NAME = "cluster";

  private CalibrationChart() {}

  static Chart of(CalibrationReport report) {
    var panels =
        report.apart().keySet().stream()
            .map(limit -> panel(limit, report.measured(limit), report))
            .toList();
    var share = ClusterCalibration.SHARE_OF_A_CORE;
    return new Chart(
        NAME,
        Kind.LINES,
        new Texts(
            "Cluster",
            "Cluster: what more members bring",
            "Fetches per second as a ratio to one member's, over members; higher is better.",
            List.of(
                "Points are geometric means over %d rounds, vertical lines 95 %% t intervals; dashed lines are the model's."
                    .formatted(
                        report.measured(ClusterModel.Limit.MEMBERS).getLast().observations())),
            List.of()),
        false,
        0,
        List.of(
            new View(
                new LinkedHashMap<>(),
                "each member, and then the coordinator, with %.1f of a core".formatted(share),
                panels)));
  }

  private static LinePanel panel(
      ClusterModel.Limit limit, List<Estimate> measured, CalibrationReport report) {
    var counts = IntStream.rangeClosed(1, measured.size()).boxed().toList();
    return new LinePanel(
        limit == ClusterModel.Limit.MEMBERS
            ? "members have a share"
            : "the coordinator has a share",
        "members",
        false,
        false,
        counts.stream().map(count -> new Tick(count, count.toString())).toList(),
        List.of(
            new Line(
                "CLUSTER",
                "measured",
                counts.stream().map(count -> point(count, measured.get(count - 1))).toList())),
        List.of(
            new Line(
                null,
                "modelled",
                counts.stream()
                    .map(
                        count -> new LinePoint(count, report.modelled(limit, count), null, null, 0))
                    .toList())));
  }

  private static LinePoint point(int count, Estimate estimate) {
    var interval = estimate.interval();
    return new LinePoint(
        count,
        estimate.value(),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        estimate.observations());
  }
}
