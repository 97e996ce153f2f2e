package fanout.vocabulary;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What one measurement is about: a benchmark with one value for each of its parameters. A
/// parameter that a benchmark does not have is null.
///
/// @param benchmark class and method
/// @param strategy what it fetches with
/// @param delay how long the stub waits
/// @param bodies which bodies a batch gets
/// @param endpoints endpoints per batch
/// @param callers threads that fetch batches at once
/// @param threads size of a platform thread pool
/// @param processes worker JVMs
/// @param inFlight fetches at once per worker JVM
public record Scenario(
    BenchmarkName benchmark,
    @Nullable StrategyName strategy,
    @Nullable DelayName delay,
    @Nullable BodiesName bodies,
    @Nullable Integer endpoints,
    @Nullable Integer callers,
    @Nullable Integer threads,
    @Nullable Integer processes,
    @Nullable Integer inFlight) {

  /// One caller, and nothing else said yet.
  public static Scenario of(Benchmark benchmark) {
    return new Scenario(benchmark, null, null, null, null, 1, null, null, null);
  }

  /// One caller of batches of these bodies.
  public static Scenario of(Benchmark benchmark, BodiesName bodies, int endpoints) {
    return of(benchmark).withBodies(bodies).withEndpoints(endpoints);
  }

  /// The same but for the benchmark.
  public Scenario withBenchmark(Benchmark newBenchmark) {
    return new Scenario(
        newBenchmark, strategy, delay, bodies, endpoints, callers, threads, processes, inFlight);
  }

  /// The same but for the strategy: what strategies are compared within.
  public Scenario withStrategy(@Nullable StrategyName newStrategy) {
    return new Scenario(
        benchmark, newStrategy, delay, bodies, endpoints, callers, threads, processes, inFlight);
  }

  /// The same fetched by a bare client; empty where nothing measures that.
  public Optional<Scenario> floor() {
    return benchmark instanceof Benchmark known && strategy != null
        ? known.floor().map(floor -> withBenchmark(floor).withStrategy(null).withoutPools())
        : Optional.empty();
  }

  /// The same but for the delay.
  public Scenario withDelay(DelayName newDelay) {
    return new Scenario(
        benchmark, strategy, newDelay, bodies, endpoints, callers, threads, processes, inFlight);
  }

  /// The same but for the bodies.
  public Scenario withBodies(BodiesName newBodies) {
    return new Scenario(
        benchmark, strategy, delay, newBodies, endpoints, callers, threads, processes, inFlight);
  }

  /// The same but for the number of endpoints: what sizes are compared within.
  public Scenario withEndpoints(@Nullable Integer newEndpoints) {
    return new Scenario(
        benchmark, strategy, delay, bodies, newEndpoints, callers, threads, processes, inFlight);
  }

  /// The same but for the callers.
  public Scenario withCallers(int newCallers) {
    return new Scenario(
        benchmark, strategy, delay, bodies, endpoints, newCallers, threads, processes, inFlight);
  }

  /// The same but for threads, processes and fetches in flight.
  public Scenario withPools(
      @Nullable Integer newThreads, @Nullable Integer newProcesses, @Nullable Integer newInFlight) {
    return new Scenario(
        benchmark,
        strategy,
        delay,
        bodies,
        endpoints,
        callers,
        newThreads,
        newProcesses,
        newInFlight);
  }

  /// The same without threads, processes and fetches in flight.
  public Scenario withoutPools() {
    return withPools(null, null, null);
  }

  /// Endpoints per batch, where the benchmark fetches any.
  public OptionalInt batchSize() {
    return endpoints == null ? OptionalInt.empty() : OptionalInt.of(endpoints);
  }

  /// How many fetches its strategy has under way at once, at most one per endpoint; all of them
  /// where it has no strategy.
  ///
  /// @throws IllegalStateException if it does not say what that follows from
  public int fetchesAtOnce() {
    int all = required(endpoints, "endpoints");
    return switch (strategy) {
      case null -> all;
      case Unknown unknown ->
          throw new IllegalStateException("It is not known what bounds the fetches of " + unknown);
      case Program program ->
          switch (program.limit()) {
            case ONE -> 1;
            case THREADS -> Math.min(all, required(threads, "threads"));
            case PROCESSES ->
                Math.min(all, required(processes, "processes") * required(inFlight, "in flight"));
            case BATCH -> all;
          };
    };
  }

  private int required(@Nullable Integer number, String name) {
    if (number == null) {
      throw new IllegalStateException("The number of " + name + " is missing in " + this);
    }
    return number;
  }
}
