package fanout.probe;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// Tells how a benchmark that warms up by itself did so, before its first iteration:
///
/// - `warm.time`, s: how long.
/// - `warm.steady`: 1 where its pace was steady in the end, 0 where the time was over before.
///
/// Of other benchmarks both are absent.
///
/// ```shell
/// java -jar target/benchmarks.jar SixEndpointsBenchmark -prof fanout.probe.WarmUpProfiler
/// ```
public final class WarmUpProfiler implements InternalProfiler {
  /// Name of the metric that says whether the pace was steady.
  public static final String STEADY = "warm.steady";

  private static final String TIME = "warm.time";

  private static volatile List<ScalarResult> told = List.of();

  /// The benchmark of this fork has warmed up.
  public static void ended(boolean steady, long nanos) {
    told =
        List.of(
            new ScalarResult(STEADY, steady ? 1 : 0, "", AggregationPolicy.AVG),
            new ScalarResult(TIME, nanos / 1e9, "s", AggregationPolicy.AVG));
  }

  @Override
  public String getDescription() {
    return "How long a benchmark warmed up, and whether its pace was steady then";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    // It has warmed up by then, or will in the first of the iterations.
  }

  @Override
  @SuppressWarnings("rawtypes") // JMH declares it so
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return told;
  }
}
