package fanout.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/// Makes of JMH's own objects what [JmhJson] makes of its JSON.
final class RunResults {
  private RunResults() {}

  /// A benchmark with all its forks.
  ///
  /// @throws ResultException if an iteration has no time
  @SuppressWarnings("rawtypes") // JMH declares it so
  static JmhRun of(RunResult result) throws ResultException {
    var params = result.getParams();
    var secondary = new LinkedHashMap<String, JmhMetric>();
    for (var entry : result.getSecondaryResults().entrySet()) {
      var values = secondaryValues(result, entry.getKey());
      if (values.stream().flatMap(List::stream).allMatch(Double::isFinite)) {
        secondary.put(
            entry.getKey(), new JmhMetric(entry.getValue().getScoreUnit(), values, List.of()));
      }
    }
    return new JmhRun(
        params.getJmhVersion(),
        params.getBenchmark(),
        params.getMode().shortLabel(),
        params.getThreads(),
        params.getForks(),
        paramsOf(params),
        primary(result),
        secondary);
  }

  private static Map<String, String> paramsOf(BenchmarkParams params) {
    var values = new LinkedHashMap<String, String>();
    params.getParamsKeys().forEach(key -> values.put(key, params.getParam(key)));
    return values;
  }

  private static JmhMetric primary(RunResult result) throws ResultException {
    var values = new ArrayList<List<Double>>();
    var histograms = new ArrayList<List<TimeDistribution>>();
    boolean eachIsTimed = result.getParams().getMode() == Mode.SampleTime;
    for (var fork : result.getBenchmarkResults()) {
      if (eachIsTimed) {
        var times = histograms(result, fork);
        histograms.add(times);
        values.add(times.stream().map(TimeDistribution::mean).toList());
      } else {
        values.add(scores(result, fork));
      }
    }
    return new JmhMetric(
        result.getPrimaryResult().getScoreUnit(), List.copyOf(values), List.copyOf(histograms));
  }

  private static List<Double> scores(RunResult result, BenchmarkResult fork)
      throws ResultException {
    var scores =
        fork.getIterationResults().stream()
            .map(iteration -> iteration.getPrimaryResult().getScore())
            .toList();
    if (!scores.stream().allMatch(Double::isFinite)) {
      throw new ResultException(
          result.getParams().getBenchmark() + " has times that are no numbers: " + scores, null);
    }
    return scores;
  }

  private static List<TimeDistribution> histograms(RunResult result, BenchmarkResult fork)
      throws ResultException {
    var histograms = new ArrayList<TimeDistribution>();
    for (IterationResult iteration : fork.getIterationResults()) {
      var counts = counts(iteration.getPrimaryResult().getStatistics());
      if (counts.isEmpty()) {
        throw new ResultException(
            result.getParams().getBenchmark() + " timed nothing in an iteration", null);
      }
      histograms.add(TimeDistribution.of(counts));
    }
    return List.copyOf(histograms);
  }

  private static Map<Double, Long> counts(Statistics statistics) {
    var counts = new TreeMap<Double, Long>();
    statistics
        .getRawData()
        .forEachRemaining(entry -> counts.merge(entry.getKey(), entry.getValue(), Long::sum));
    return counts;
  }

  /// What a profiler knew of each iteration; one that it knew nothing of is left out.
  @SuppressWarnings("rawtypes") // JMH declares it so
  private static List<List<Double>> secondaryValues(RunResult result, String name) {
    return result.getBenchmarkResults().stream()
        .map(fork ->
            fork.getIterationResults().stream()
                .map(iteration -> iteration.getSecondaryResults().get(name))
                .filter(Objects::nonNull)
                .map(Result::getScore)
                .toList())
        .toList();
  }
}
