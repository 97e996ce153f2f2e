package fanout.suite.plan;

import fanout.measure.ForkLength;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Scenario;
import java.time.Duration;
import java.util.EnumSet;
import java.util.SequencedMap;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;

/// What a bare client needs for the batches of a benchmark of strategies: the floor of its rows. It
/// decodes what it fetches, as they do.
///
/// @param rows whose floor it is
record BareClientForks(BenchmarkForks rows) implements BenchmarkForks {
  private static final Set<Parameter> NONE_OF_A_STRATEGY =
      EnumSet.complementOf(
          EnumSet.of(
              Parameter.STRATEGY, Parameter.THREADS, Parameter.PROCESSES, Parameter.IN_FLIGHT));

  @Override
  public Benchmark benchmark() {
    return rows.benchmark().floor().orElseThrow();
  }

  @Override
  public Mode mode() {
    return rows.mode();
  }

  @Override
  public Set<Parameter> parameters() {
    var parameters = EnumSet.copyOf(rows.parameters());
    parameters.retainAll(NONE_OF_A_STRATEGY);
    return parameters;
  }

  @Override
  public boolean isGivenToJmh(Parameter parameter) {
    return rows.isGivenToJmh(parameter);
  }

  @Override
  public SequencedMap<String, String> jmhParams(Scenario scenario) {
    var params = BenchmarkForks.super.jmhParams(scenario);
    params.put("decode", "true");
    return params;
  }

  @Override
  public Scenario template() {
    return rows.template().withBenchmark(benchmark());
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
