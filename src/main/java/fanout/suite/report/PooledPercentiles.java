package fanout.suite.report;

import fanout.chart.Numbers;
import fanout.suite.result.PercentilePoint;
import fanout.vocabulary.Scenario;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The percentiles of all forks of a run together, as tables show them.
final class PooledPercentiles {
  /// With fewer samples beyond it, a percentile is chance.
  static final int FEWEST_BEYOND = 10;

  /// Stands for a percentile that too few samples lie beyond.
  static final String UNKNOWN = "–";

  private final Map<Scenario, List<PercentilePoint>> points;

  PooledPercentiles(List<PercentilePoint> all) {
    points =
        all.stream()
            .filter(p -> p.round() == null)
            .collect(Collectors.groupingBy(PercentilePoint::scenario));
  }

  /// The milliseconds that `percentile` % of the operations did not exceed. The 100th is the
  /// maximum, and is known however few samples there are.
  String text(Scenario scenario, double percentile) {
    return points.getOrDefault(scenario, List.of()).stream()
        .filter(p -> p.percentile() == percentile)
        .filter(p -> percentile == 100 || p.samplesBeyond() >= FEWEST_BEYOND)
        .findFirst()
        .map(p -> Numbers.text(p.timeMs()))
        .orElse(UNKNOWN);
  }
}
