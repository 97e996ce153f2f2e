package fanout.report;

import fanout.result.IterationSample;
import fanout.result.Metric;
import fanout.result.Scenario;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The mean time of each fork: one observation per scenario and round.
final class SummaryTimes {
  private final Map<Scenario, NavigableMap<Integer, Double>> byScenario;

  SummaryTimes(List<IterationSample> samples) {
    byScenario =
        samples.stream()
            .filter(sample -> sample.metric() == Metric.TIME_MEAN)
            .collect(
                Collectors.groupingBy(
                    IterationSample::scenario,
                    Collectors.collectingAndThen(Collectors.toList(), SummaryTimes::byRound)));
  }

  /// Times of `numerator` and `denominator` in the rounds that both have.
  Pairs pairs(Scenario numerator, Scenario denominator) {
    var above = byScenario.getOrDefault(numerator, new TreeMap<>());
    var below = byScenario.getOrDefault(denominator, new TreeMap<>());
    var rounds = above.keySet().stream().filter(below::containsKey).toList();
    return new Pairs(
        rounds.stream().map(above::get).toList(), rounds.stream().map(below::get).toList());
  }

  /// Times by round.
  record Pairs(List<Double> numerators, List<Double> denominators) {
    static double[] array(Collection<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  private static NavigableMap<Integer, Double> byRound(List<IterationSample> samples) {
    return samples.stream()
        .collect(
            Collectors.groupingBy(
                IterationSample::round,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), SummaryTimes::mean)));
  }

  private static double mean(List<IterationSample> iterations) {
    long operations = iterations.stream().mapToLong(IterationSample::samples).sum();
    return operations == 0
        ? iterations.stream().mapToDouble(IterationSample::score).average().orElseThrow()
        : iterations.stream().mapToDouble(s -> s.score() * s.samples()).sum() / operations;
  }
}
