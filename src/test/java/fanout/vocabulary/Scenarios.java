package fanout.vocabulary;

import org.jspecify.annotations.Nullable;

/// Scenarios by the texts that files hold.
public final class Scenarios {
  private Scenarios() {}

  public static Scenario of(
      String benchmark,
      @Nullable String strategy,
      @Nullable String delay,
      @Nullable String bodies,
      @Nullable Integer endpoints,
      @Nullable Integer callers,
      @Nullable Integer threads,
      @Nullable Integer processes,
      @Nullable Integer inFlight) {
    return new Scenario(
        BenchmarkName.of(benchmark),
        strategy == null ? null : StrategyName.of(strategy),
        delay == null ? null : DelayName.of(delay),
        bodies == null ? null : BodiesName.of(bodies),
        endpoints,
        callers,
        threads,
        processes,
        inFlight);
  }
}
