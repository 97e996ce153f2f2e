package fanout.probe;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fanout.measure.ForkLength;
import fanout.measure.JmhFork;
import fanout.measure.JmhForkOptions;
import fanout.measure.JmhMetric;
import fanout.stub.Payloads;
import fanout.stub.Stub;
import fanout.stub.StubServer;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Mode;

@Timeout(120)
class RequestProfilerTest {
  private static final String METRIC = "cost.requests";

  /// Requests are counted as well where nothing is compiled.
  private static final String COLD = "-Dfanout.warmUp.seconds=0";

  private static StubServer stub;

  @BeforeAll
  static void start() throws Exception {
    stub = StubServer.start(Payloads.generated());
  }

  @AfterAll
  static void stop() {
    stub.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"VIRTUAL_THREADS", "MULTI_PROCESS"})
  void aBatchOfSixIsSixRequestsAmongThreeCallersToo(Strategy strategy) throws Exception {
    var metric = metrics(strategy, stub.requestCountUri().toString()).get(METRIC);

    assertThat(requireNonNull(metric).unit()).isEqualTo("requests/op");
    assertThat(metric.values()).containsExactly(List.of(6.0, 6.0));
  }

  /// The last iteration too, after which the server is no more.
  @Test
  void countsAtAServerOfTheBenchmarksOwn() throws Exception {
    var metric = metrics(Strategy.ASYNC, List.of()).get(METRIC);

    assertThat(requireNonNull(metric).values()).containsExactly(List.of(6.0, 6.0));
  }

  @Test
  void isLeftOutWhereTheServerDoesNotCount() throws Exception {
    assertThat(metrics(Strategy.ASYNC, stub.baseUri().resolve("/users").toString()))
        .doesNotContainKey(METRIC);
  }

  private static Map<String, JmhMetric> metrics(Strategy strategy, String countUri)
      throws Exception {
    return metrics(
        strategy,
        List.of(
            "-D" + Stub.URI_PROPERTY + "=" + stub.baseUri(),
            "-D" + Stub.PAYLOADS_PROPERTY + "=" + stub.payloadSource().propertyValue(),
            "-D" + RequestProfiler.URI_PROPERTY + "=" + countUri));
  }

  private static Map<String, JmhMetric> metrics(Strategy strategy, List<String> jvmArgs)
      throws Exception {
    var options =
        new JmhForkOptions(
            "fanout.benchmark.SixEndpointsBenchmark.fetchAll",
            Mode.SampleTime,
            new LinkedHashMap<>(Map.of("strategy", strategy.name(), "delay", "FIXED_20_MS")),
            3,
            new ForkLength(1, 100, 2, 200),
            Stream.concat(Stream.of(COLD), jvmArgs.stream()).toList(),
            List.of(RequestProfiler.class.getName()),
            Duration.ofSeconds(60));
    return JmhFork.run(options).run().secondary();
  }
}
