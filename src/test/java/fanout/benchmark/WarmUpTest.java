package fanout.benchmark;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.measure.ForkLength;
import fanout.measure.JmhFork;
import fanout.measure.JmhForkOptions;
import fanout.probe.WarmUpProfiler;
import fanout.stub.Payloads;
import fanout.stub.Stub;
import fanout.stub.StubServer;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.annotations.Mode;

@Timeout(120)
class WarmUpTest {
  @Test
  void worksUntilThePaceIsSteady() throws Exception {
    var runs = new AtomicInteger();

    WarmUp.untilSteady(
        () -> {
          runs.incrementAndGet();
          LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        },
        Duration.ofSeconds(60));

    // Six windows of half a second at least, of which none is without work; far less than 60 s.
    assertThat(runs.get()).isBetween(6, 1000);
  }

  @Test
  void worksNoLongerThanItMay() throws Exception {
    var runs = new AtomicInteger();

    WarmUp.untilSteady(
        () -> LockSupport.parkNanos(Duration.ofMillis(600 / runs.incrementAndGet()).toNanos()),
        Duration.ofMillis(600));

    assertThat(runs.get()).isPositive();
  }

  @Test
  void doesNothingWhereItMayNotAtAll() throws Exception {
    WarmUp.untilSteady(
        () -> {
          throw new AssertionError("no work is expected");
        },
        Duration.ZERO);
  }

  @Test
  void failsWithTheWork() {
    assertThatThrownBy(() ->
            WarmUp.untilSteady(
                () -> {
                  throw new IOException("broken");
                },
                Duration.ofSeconds(1)))
        .hasMessage("broken");
  }

  /// One second is too short for six windows.
  @Test
  void aForkTellsThatItWasNotSteady() throws Exception {
    try (var stub = StubServer.start(Payloads.generated())) {
      var options =
          new JmhForkOptions(
              "fanout.benchmark.SixEndpointsBenchmark.fetchAll",
              Mode.SampleTime,
              new LinkedHashMap<>(Map.of("strategy", "ASYNC", "delay", "NONE")),
              1,
              new ForkLength(0, 1, 2, 100),
              List.of(
                  "-D" + WarmUp.BOUND_PROPERTY + "=1",
                  "-D" + Stub.URI_PROPERTY + "=" + stub.baseUri(),
                  "-D" + Stub.PAYLOADS_PROPERTY + "=" + stub.payloadSource().propertyValue()),
              List.of(WarmUpProfiler.class.getName()),
              Duration.ofSeconds(60));

      var told = JmhFork.run(options).run().secondary();

      assertThat(requireNonNull(told.get(WarmUpProfiler.STEADY)).values())
          .containsExactly(List.of(0.0, 0.0));
      assertThat(requireNonNull(told.get("warm.time")).values().getFirst())
          .allMatch(seconds -> seconds >= 1);
    }
  }
}
