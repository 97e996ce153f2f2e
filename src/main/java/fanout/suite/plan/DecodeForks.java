package fanout.suite.plan;

import fanout.measure.ForkLength;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Scenario;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;

/// Of `DecodeBenchmark`, whose body is fetched beforehand.
record DecodeForks() implements BenchmarkForks {
  @Override
  public Benchmark benchmark() {
    return Benchmark.DECODE;
  }

  @Override
  public Mode mode() {
    return Mode.AverageTime;
  }

  @Override
  public Set<Parameter> parameters() {
    return EnumSet.of(Parameter.CONTENT);
  }

  @Override
  public Scenario template() {
    return Scenario.of(benchmark()).withEndpoints(1);
  }

  @Override
  public boolean timesTheStub() {
    return false;
  }

  @Override
  public Duration expected(Scenario scenario, ForkLength length) {
    return ForkTime.steady(scenario, length);
  }
}
