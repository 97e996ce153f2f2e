package fanout.suite.plan;

import fanout.suite.result.Measurement;
import fanout.suite.result.TimelineEntry;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Strategy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;

/// Checks that a run has every row that its plan promised.
public final class ExpectedRows {
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

  /// The rows that are missing, or have not one fork of each round, as words. A cost that no fork
  /// has is none that this system reports, or none of this benchmark.
  public static List<String> missing(List<PlannedFork> forks, int rounds, List<Measurement> rows) {
    var missing = new ArrayList<String>();
    for (var fork : forks) {
      forksByMetric(fork, rows)
          .forEach((metric, found) -> {
            if (found != rounds) {
              missing.add(
                  "%s of %s (%s of %s forks)"
                      .formatted(metric.column(), fork.label(), found, rounds));
            }
          });
    }
    return missing;
  }

  /// The timelines that are missing, as words.
  ///
  /// @param strategies of which the timeline has a batch each
  public static List<String> missingTimelines(
      List<Strategy> strategies, List<TimelineEntry> timeline) {
    var found = timeline.stream().map(TimelineEntry::strategy).collect(Collectors.toSet());
    return strategies.stream()
        .filter(strategy -> !found.contains(strategy))
        .map(strategy -> "the timeline of " + strategy)
        .toList();
  }

  private static Map<Metric, Integer> forksByMetric(PlannedFork fork, List<Measurement> rows) {
    var forks = new EnumMap<Metric, Integer>(Metric.class);
    metrics(fork).forEach(metric -> forks.put(metric, 0));
    rows.stream()
        .filter(row -> row.scenario().equals(fork.scenario()))
        .forEach(row -> forks.put(row.metric(), row.forks()));
    return forks;
  }

  private static Set<Metric> metrics(PlannedFork fork) {
    return fork.kind().mode() == Mode.SampleTime
        ? OF_EVERY_OPERATION
        : EnumSet.of(Metric.TIME_MEAN);
  }
}
