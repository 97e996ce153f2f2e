package fanout.suite.report;

import fanout.measure.IterationSample;
import fanout.suite.result.ForkScores;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What each fork of a run found, put together again from `samples.csv`: one observation per
/// scenario, metric and round.
final class ForkSeries {
  private record Key(Scenario scenario, Metric metric) {}

  private final Map<Key, SequencedMap<Integer, Double>> byRound = new HashMap<>();

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
      rounds.forEach((round, forks) -> scores.put(round, ForkScores.score(key.metric(), forks)));
      byRound.put(key, scores);
    });
  }

  /// Each round's observation; empty where the samples do not say.
  SequencedMap<Integer, Double> of(Scenario scenario, Metric metric) {
    var scores = byRound.get(new Key(scenario, metric));
    if (scores != null) {
      return scores;
    }
    return metric == Metric.THROUGHPUT ? throughput(scenario) : Collections.emptySortedMap();
  }

  /// Callers ÷ mean time: the loop is closed, so the samples hold only the time.
  private SequencedMap<Integer, Double> throughput(Scenario scenario) {
    if (!(scenario.benchmark() instanceof Benchmark benchmark)) {
      return Collections.emptySortedMap();
    }
    int callers = ForkScores.callers(scenario);
    var scores = new TreeMap<Integer, Double>();
    of(scenario, Metric.TIME_MEAN)
        .forEach(
            (round, time) -> scores.put(round, benchmark.operation().throughput(callers, time)));
    return scores;
  }
}
