package fanout.suite.plan;

import fanout.measure.ForkLength;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Bodies;
import fanout.vocabulary.Delay;
import fanout.vocabulary.Scenario;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;

/// Of `FloorBenchmark`, which never has a delay.
record FloorForks(Benchmark benchmark) implements BenchmarkForks {
  static List<FloorForks> all() {
    return List.of(
        new FloorForks(Benchmark.FLOOR_ONE),
        new FloorForks(Benchmark.FLOOR_SIX),
        new FloorForks(Benchmark.FLOOR_SIX_TWO_THREADS));
  }

  @Override
  public Mode mode() {
    return Mode.SampleTime;
  }

  @Override
  public Set<Parameter> parameters() {
    return EnumSet.of(Parameter.DELAY, Parameter.BODIES);
  }

  @Override
  public boolean isGivenToJmh(Parameter parameter) {
    return parameter != Parameter.DELAY;
  }

  @Override
  public Scenario template() {
    return Scenario.of(benchmark, Bodies.SIX, SixEndpointsForks.ENDPOINTS).withDelay(Delay.NONE);
  }

  @Override
  public Duration expected(Scenario scenario, ForkLength length) {
    return ForkTime.steady(scenario, length);
  }
}
