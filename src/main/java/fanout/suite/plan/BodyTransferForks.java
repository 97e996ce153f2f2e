package fanout.suite.plan;

import fanout.measure.ForkLength;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Content;
import fanout.vocabulary.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;

/// Of `BodyTransferBenchmark`, whose class fixes all parameters: one worker fetches photos.
record BodyTransferForks(Benchmark benchmark) implements BenchmarkForks {
  /// The body itself, and the same fetch without it.
  static List<BodyTransferForks> all() {
    return List.of(
        new BodyTransferForks(Benchmark.BODY_TRANSFER),
        new BodyTransferForks(Benchmark.BODY_TRANSFER_CONTROL));
  }

  @Override
  public Mode mode() {
    return Mode.SampleTime;
  }

  @Override
  public Set<Parameter> parameters() {
    return Set.of();
  }

  @Override
  public Scenario template() {
    return Scenario.of(benchmark, Content.PHOTOS, 1).withPools(null, 1, 1);
  }

  @Override
  public Duration expected(Scenario scenario, ForkLength length) {
    return ForkTime.WORKERS_START.plus(ForkTime.steady(scenario, length));
  }
}
