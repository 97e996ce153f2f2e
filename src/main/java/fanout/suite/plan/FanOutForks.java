package fanout.suite.plan;

import fanout.measure.ForkLength;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Content;
import fanout.vocabulary.Delay;
import fanout.vocabulary.Scenario;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;

/// Of `FanOutBenchmark`, whose class fixes the delay.
record FanOutForks() implements BenchmarkForks {
  /// A batch that takes longer is skipped: one fork would take a minute to say what is known.
  private static final Duration LONGEST_BATCH = Duration.ofSeconds(5);

  private static final Delay DELAY = Delay.FIXED_100_MS;

  @Override
  public Benchmark benchmark() {
    return Benchmark.FAN_OUT;
  }

  @Override
  public Mode mode() {
    return Mode.AverageTime;
  }

  @Override
  public Set<Parameter> parameters() {
    return EnumSet.of(
        Parameter.STRATEGY,
        Parameter.DELAY,
        Parameter.ENDPOINTS,
        Parameter.THREADS,
        Parameter.PROCESSES,
        Parameter.IN_FLIGHT);
  }

  @Override
  public boolean isGivenToJmh(Parameter parameter) {
    return parameter != Parameter.DELAY;
  }

  @Override
  public Scenario template() {
    return Scenario.of(benchmark()).withBodies(Content.USERS).withDelay(DELAY);
  }

  @Override
  public Scenario settled(Scenario scenario, boolean inFlightIsChosen) {
    return inFlightIsChosen ? scenario : withWorkersLikeThreads(scenario);
  }

  /// Worker JVMs together have as many fetches in flight as a pool has threads.
  static Scenario withWorkersLikeThreads(Scenario s) {
    if (s.threads() == null || s.processes() == null) {
      throw new IllegalStateException("Worker JVMs like a pool need both sizes, got: " + s);
    }
    return s.withPools(s.threads(), s.processes(), Math.ceilDiv(s.threads(), s.processes()));
  }

  @Override
  public Optional<String> reasonToLeaveOut(Scenario scenario, String label) {
    var batch = ForkTime.waiting(scenario, ForkTime.delayOf(DELAY));
    return batch.compareTo(LONGEST_BATCH) <= 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s was skipped: a batch would take %.1f s (%d endpoints of %d ms each, %d in"
                    + " flight), more than %d s.",
                label,
                batch.toMillis() / 1000.0,
                scenario.batchSize().orElseThrow(),
                DELAY.meanMillis(),
                scenario.fetchesAtOnce(),
                LONGEST_BATCH.toSeconds()));
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
