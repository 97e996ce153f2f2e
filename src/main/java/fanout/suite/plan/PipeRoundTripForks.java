package fanout.suite.plan;

import fanout.measure.ForkLength;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Scenario;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;

/// Of `PipeRoundTripBenchmark`, which fetches nothing.
record PipeRoundTripForks() implements BenchmarkForks {
  @Override
  public Benchmark benchmark() {
    return Benchmark.PIPE_ROUND_TRIP;
  }

  @Override
  public Mode mode() {
    return Mode.SampleTime;
  }

  @Override
  public Set<Parameter> parameters() {
    return EnumSet.of(Parameter.PROCESSES, Parameter.IN_FLIGHT);
  }

  @Override
  public Scenario template() {
    return Scenario.of(benchmark());
  }

  @Override
  public boolean timesTheStub() {
    return false;
  }

  @Override
  public Duration expected(Scenario scenario, ForkLength length) {
    return ForkTime.START.plus(ForkTime.WORKERS_START).plus(length.total());
  }
}
