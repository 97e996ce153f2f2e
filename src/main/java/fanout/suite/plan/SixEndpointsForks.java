package fanout.suite.plan;

import fanout.measure.ForkLength;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Bodies;
import fanout.vocabulary.Scenario;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;

/// Of `SixEndpointsBenchmark`.
record SixEndpointsForks() implements BenchmarkForks {
  static final int ENDPOINTS = 6;

  @Override
  public Benchmark benchmark() {
    return Benchmark.SIX_ENDPOINTS;
  }

  @Override
  public Mode mode() {
    return Mode.SampleTime;
  }

  @Override
  public Set<Parameter> parameters() {
    return EnumSet.of(
        Parameter.STRATEGY,
        Parameter.DELAY,
        Parameter.BODIES,
        Parameter.CALLERS,
        Parameter.THREADS,
        Parameter.PROCESSES,
        Parameter.IN_FLIGHT);
  }

  @Override
  public Scenario template() {
    return Scenario.of(benchmark(), Bodies.SIX, ENDPOINTS);
  }

  /// Among many callers, worker JVMs together have as many fetches in flight as a pool has threads.
  /// For one they have what six need; here that limit would be what is measured.
  @Override
  public Scenario settled(Scenario scenario, boolean inFlightIsChosen) {
    boolean alone = scenario.callers() == null || scenario.callers() == 1;
    return alone || inFlightIsChosen ? scenario : FanOutForks.withWorkersLikeThreads(scenario);
  }

  @Override
  public boolean warmsUpByWork() {
    return true;
  }

  @Override
  public Duration expected(Scenario scenario, ForkLength length) {
    return ForkTime.steady(scenario, length);
  }
}
