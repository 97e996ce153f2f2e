package fanout.suite.plan;

import fanout.measure.ForkLength;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Bodies;
import fanout.vocabulary.Scenario;
import java.time.Duration;
import java.util.EnumSet;
import java.util.SequencedMap;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;

/// Of `ArticleBenchmark`.
///
/// @param warmUp how long it warms up by itself, without pause
record ArticleForks(Duration warmUp) implements BenchmarkForks {
  /// As long as the article's.
  static final Duration PAUSE = Duration.ofSeconds(1);

  @Override
  public Benchmark benchmark() {
    return Benchmark.ARTICLE;
  }

  @Override
  public Mode mode() {
    return Mode.SingleShotTime;
  }

  @Override
  public Set<Parameter> parameters() {
    return EnumSet.of(
        Parameter.STRATEGY, Parameter.THREADS, Parameter.PROCESSES, Parameter.IN_FLIGHT);
  }

  @Override
  public Scenario template() {
    return Scenario.of(benchmark(), Bodies.SIX, SixEndpointsForks.ENDPOINTS);
  }

  @Override
  public SequencedMap<String, String> jmhParams(Scenario scenario) {
    var params = BenchmarkForks.super.jmhParams(scenario);
    params.put("warmUpMillis", Long.toString(warmUp.toMillis()));
    return params;
  }

  @Override
  public Duration expected(Scenario scenario, ForkLength length) {
    return ForkTime.start(scenario).plus(warmUp).plus(ForkTime.batch(scenario, PAUSE));
  }

  @Override
  public String describe(ForkLength length) {
    return warmUp.toMillis() + " ms of warm-up and a shot without pause, one shot";
  }
}
