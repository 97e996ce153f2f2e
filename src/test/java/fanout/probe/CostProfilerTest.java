package fanout.probe;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fanout.measure.ForkLength;
import fanout.measure.JmhFork;
import fanout.measure.JmhForkOptions;
import fanout.measure.JmhMetric;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.annotations.Mode;

@Timeout(120)
class CostProfilerTest {
  @Test
  void whatAllocatesNothingIsNotSaidToAllocateWhatCountingDoes() throws Exception {
    var costs = costs("fanout.gate.run.SleepBenchmark.sleep", Map.of());

    assertThat(requireNonNull(costs.get("cost.alloc")).values()).containsExactly(List.of(0.0, 0.0));
    assertThat(costs).containsKeys("cost.cpu", "cost.threads");
  }

  /// Ten users of many strings each.
  @Test
  void whatAllocatesIsCountedPerOperation() throws Exception {
    var costs = costs("fanout.benchmark.DecodeBenchmark.decode", Map.of("content", "USERS"));

    assertThat(requireNonNull(costs.get("cost.alloc")).values().getFirst())
        .hasSize(2)
        .allSatisfy(bytes -> assertThat(bytes).isBetween(1e3, 1e6));
  }

  private static Map<String, JmhMetric> costs(String benchmark, Map<String, String> params)
      throws Exception {
    var options =
        new JmhForkOptions(
            benchmark,
            Mode.AverageTime,
            new LinkedHashMap<>(params),
            1,
            new ForkLength(2, 100, 2, 300),
            List.of(),
            List.of(CostProfiler.class.getName()),
            Duration.ofSeconds(60));
    return JmhFork.run(options).run().secondary();
  }
}
