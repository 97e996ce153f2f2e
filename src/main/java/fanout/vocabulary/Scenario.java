package fanout.vocabulary;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What one measurement is about: a benchmark with one value for each of its parameters. A
/// parameter that a benchmark does not have is null.
///
/// @param benchmark class and method, such as `SixEndpointsBenchmark.fetchAll`
/// @param strategy such as `VIRTUAL_THREADS`
/// @param delay such as `NONE` or `FIXED_20_MS`
/// @param bodies `SIX`, `EQUAL`, or the one endpoint that was fetched, such as `USERS`
/// @param endpoints endpoints per batch
/// @param callers threads that ask for batches at once
/// @param threads size of a platform thread pool
/// @param processes worker JVMs
/// @param inFlight fetches at once per worker JVM
public record Scenario(
    String benchmark,
    @Nullable String strategy,
    @Nullable String delay,
    @Nullable String bodies,
    @Nullable Integer endpoints,
    @Nullable Integer callers,
    @Nullable Integer threads,
    @Nullable Integer processes,
    @Nullable Integer inFlight) {

  /// The same but for the strategy: what strategies are compared within.
  public Scenario withStrategy(@Nullable String newStrategy) {
    return new Scenario(
        benchmark, newStrategy, delay, bodies, endpoints, callers, threads, processes, inFlight);
  }

  /// The same but for the number of endpoints: what sizes are compared within.
  public Scenario withEndpoints(@Nullable Integer newEndpoints) {
    return new Scenario(
        benchmark, strategy, delay, bodies, newEndpoints, callers, threads, processes, inFlight);
  }

  /// The same but for threads, processes and fetches in flight.
  public Scenario withoutPools() {
    return new Scenario(benchmark, strategy, delay, bodies, endpoints, callers, null, null, null);
  }

  /// Endpoints per batch, where the benchmark fetches any.
  public OptionalInt batchSize() {
    return endpoints == null ? OptionalInt.empty() : OptionalInt.of(endpoints);
  }
}
