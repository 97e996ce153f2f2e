package fanout.suite.report;

import fanout.measure.IterationSample;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What each fork of a run found, put together again from `samples.csv`: one observation per
/// scenario, metric and round.
final class ForkSeries {
  private record Key(Scenario scenario, Metric metric) {}

  private final Map<Key, SequencedMap<Integer, Double>> byRound = new HashMap<>();
  private final Map<Key, String> units = new HashMap<>();

  ForkSeries(List<IterationSample> samples) {
    var iterations =
        samples.stream()
            .collect(
                Collectors.groupingBy(
                    sample -> new Key(sample.scenario(), sample.metric()),
                    Collectors.groupingBy(
                        IterationSample::round, TreeMap::new, Collectors.toList())));
    iterations.forEach((key, rounds) -> {
      var scores = new TreeMap<Integer, Double>();
      rounds.forEach((round, forks) -> scores.put(round, score(key.metric(), forks)));
      byRound.put(key, scores);
      units.put(key, rounds.firstEntry().getValue().getFirst().unit());
    });
  }

  /// Each round's observation; empty where the samples do not tell.
  SequencedMap<Integer, Double> of(Scenario scenario, Metric metric) {
    var scores = byRound.get(new Key(scenario, metric));
    if (scores != null) {
      return scores;
    }
    return metric == Metric.THROUGHPUT ? throughput(scenario) : Collections.emptySortedMap();
  }

  /// Callers ÷ mean time: the loop is closed, so the samples hold only the time.
  private SequencedMap<Integer, Double> throughput(Scenario scenario) {
    var mean = new Key(scenario, Metric.TIME_MEAN);
    double perSecond = unitsPerSecond(units.get(mean));
    int callers = scenario.callers() == null ? 1 : scenario.callers();
    var scores = new TreeMap<Integer, Double>();
    byRound
        .getOrDefault(mean, Collections.emptySortedMap())
        .forEach((round, time) -> scores.put(round, callers * perSecond / time));
    return scores;
  }

  private static double unitsPerSecond(@Nullable String unit) {
    return unit != null && unit.startsWith("us/") ? 1e6 : 1e3;
  }

  private static double score(Metric metric, List<IterationSample> iterations) {
    return switch (metric) {
      case THREADS -> iterations.stream().mapToDouble(IterationSample::score).max().orElseThrow();
      case CONNECTIONS -> iterations.getLast().score();
      case TIME_MEAN,
          TIME_P50,
          TIME_P90,
          TIME_P99,
          TIME_P99_9,
          TIME_MAX,
          THROUGHPUT,
          CPU_TIME,
          ALLOCATED ->
          meanOverOperations(iterations);
    };
  }

  private static double meanOverOperations(List<IterationSample> iterations) {
    long operations = iterations.stream().mapToLong(IterationSample::samples).sum();
    return operations == 0
        ? iterations.stream().mapToDouble(IterationSample::score).average().orElseThrow()
        : iterations.stream().mapToDouble(each -> each.score() * each.samples()).sum() / operations;
  }
}
