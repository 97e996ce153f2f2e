package fanout.suite;

import fanout.result.Measurement;
import fanout.result.Metric;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;

/// Checks that a run has every row that its plan promised.
final class ExpectedRows {
  private static final Set<Metric> OF_EVERY_OPERATION =
      EnumSet.of(
          Metric.TIME_MEAN,
          Metric.TIME_P50,
          Metric.TIME_P90,
          Metric.TIME_P99,
          Metric.TIME_P99_9,
          Metric.TIME_MAX,
          Metric.THROUGHPUT);

  private ExpectedRows() {}

  /// The rows that are missing, or have not one fork of each round, as words.
  static List<String> missing(List<PlannedFork> forks, int rounds, List<Measurement> rows) {
    var missing = new ArrayList<String>();
    for (var fork : forks) {
      for (var metric : metrics(fork)) {
        boolean there =
            rows.stream()
                .anyMatch(row ->
                    row.metric() == metric
                        && row.forks() == rounds
                        && row.scenario().equals(fork.scenario()));
        if (!there) {
          missing.add(metric.column() + " of " + fork.label());
        }
      }
    }
    return missing;
  }

  private static Set<Metric> metrics(PlannedFork fork) {
    return fork.benchmark().mode() == Mode.SampleTime
        ? OF_EVERY_OPERATION
        : EnumSet.of(Metric.TIME_MEAN);
  }
}
