package fanout.suite.result;

import fanout.measure.ForkResult;
import fanout.measure.IterationSample;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One fork's observation of each metric: what intervals and ratios are computed over.
public final class ForkScores {
  private ForkScores() {}

  static Map<Metric, Double> of(ForkResult fork) {
    var byMetric = new EnumMap<Metric, List<IterationSample>>(Metric.class);
    for (var sample : fork.samples()) {
      byMetric.computeIfAbsent(sample.metric(), _ -> new ArrayList<>()).add(sample);
    }
    var scores = new EnumMap<Metric, Double>(Metric.class);
    byMetric.forEach((metric, samples) -> scores.put(metric, score(metric, samples)));
    var times = fork.times();
    if (times != null) {
      scores.put(Metric.TIME_MEAN, times.mean());
      scores.put(Metric.TIME_P50, times.percentile(50));
      scores.put(Metric.TIME_P90, times.percentile(90));
      scores.put(Metric.TIME_P99, times.percentile(99));
      scores.put(Metric.TIME_P99_9, times.percentile(99.9));
      scores.put(Metric.TIME_MAX, times.max());
      scores.put(
          Metric.THROUGHPUT, fork.operation().throughput(callers(fork.scenario()), times.mean()));
    }
    return scores;
  }

  /// How many operations were timed.
  static long operations(ForkResult fork) {
    return fork.samples().stream()
        .filter(sample -> sample.metric() == Metric.TIME_MEAN)
        .mapToLong(IterationSample::samples)
        .sum();
  }

  /// Threads that fetch batches; one where the scenario does not say.
  public static int callers(Scenario scenario) {
    var callers = scenario.callers();
    return callers == null ? 1 : callers;
  }

  /// The observation of one metric.
  ///
  /// @param iterations of one fork, in their order, at least one
  public static double score(Metric metric, List<IterationSample> iterations) {
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

  /// Weighs each iteration by its operations; JMH does not say how many a broken-off one had.
  private static double meanOverOperations(List<IterationSample> iterations) {
    long operations = iterations.stream().mapToLong(IterationSample::samples).sum();
    return operations == 0
        ? iterations.stream().mapToDouble(IterationSample::score).average().orElseThrow()
        : iterations.stream().mapToDouble(each -> each.score() * each.samples()).sum() / operations;
  }
}
