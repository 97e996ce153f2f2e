package fanout.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.measure.TinyBenchmark.Behaviour;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class JmhMergeTest {
  @ParameterizedTest
  @EnumSource(names = {"SampleTime", "AverageTime", "SingleShotTime"})
  void theScoresOfMergedForksAreThoseThatJmhComputes(Mode mode) throws Exception {
    var first = fork(mode);
    var second = fork(mode);

    var merged = JmhMerge.of(List.of(JmhFiles.entry(first), JmhFiles.entry(second)));

    var both = List.of(first, second);
    var byJmh =
        new RunResult(
            first.getParams(),
            both.stream().flatMap(run -> run.getBenchmarkResults().stream()).toList());
    var expected = JsonMapper.shared().readTree(JmhFiles.json(List.of(byJmh))).get(0);
    assertThat(merged.path("forks").intValue()).isEqualTo(2);
    assertAlike("primaryMetric", merged.path("primaryMetric"), expected.path("primaryMetric"));
    var secondary = merged.path("secondaryMetrics");
    assertThat(secondary.propertyNames()).contains("cost.cpu", "cost.alloc");
    for (var known : List.of("cost.cpu", "cost.alloc")) {
      assertAlike(known, secondary.path(known), expected.path("secondaryMetrics").path(known));
    }
  }

  /// Numbers differ in their last digits where they are added in another order.
  private static void assertAlike(String name, JsonNode merged, JsonNode expected) {
    if (expected.isNumber()) {
      assertThat(merged.doubleValue())
          .as(name)
          .isCloseTo(expected.doubleValue(), within(1e-9 * Math.abs(expected.doubleValue())));
    } else if (expected.isContainer()) {
      assertThat(merged.size()).as(name).isEqualTo(expected.size());
      expected
          .properties()
          .forEach(field ->
              assertAlike(
                  name + "." + field.getKey(), merged.path(field.getKey()), field.getValue()));
      for (int i = 0; expected.isArray() && i < expected.size(); i++) {
        assertAlike(name + "[" + i + "]", merged.path(i), expected.path(i));
      }
    } else {
      assertThat(merged).as(name).isEqualTo(expected);
    }
  }

  private static RunResult fork(Mode mode) throws ForkFailedException {
    return JmhFork.run(
            new JmhForkOptions(
                "fanout.measure.TinyBenchmark.operation",
                mode,
                new LinkedHashMap<>(Map.of("behaviour", Behaviour.WORKS.name())),
                1,
                new ForkLength(1, 20, 3, 20),
                List.of(),
                List.of("fanout.probe.CostProfiler"),
                Duration.ofSeconds(30)))
        .jmhResult();
  }
}
