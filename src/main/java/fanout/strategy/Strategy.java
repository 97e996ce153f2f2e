package fanout.strategy;

import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchSettings;
import java.util.Locale;
import java.util.Optional;

/// Every strategy the suite compares. The constant's name is the one in results, charts and the
/// README; the command line takes [#commandLineName()].
public enum Strategy {
  SEQUENTIAL,
  FIXED_POOL,
  FORK_JOIN,
  VIRTUAL_THREADS,
  ASYNC,
  STRUCTURED,
  MULTI_PROCESS;

  /// Opens this strategy; whoever opens it closes it.
  public BatchFetcher open(FetchSettings settings, Concurrency concurrency) {
    return open(settings, concurrency, FetchListener.NONE);
  }

  /// Opens this strategy with a listener that hears of each fetch.
  public BatchFetcher open(
      FetchSettings settings, Concurrency concurrency, FetchListener listener) {
    var reason = unavailable().orElse(this + " " + settings + concurrency + listener);
    throw new IllegalStateException(reason);
  }

  /// Why this strategy cannot be opened on this JVM, as a sentence, or empty if it can.
  public Optional<String> unavailable() {
    return Optional.empty();
  }

  /// The constant's name as it is typed: `virtual-threads`.
  public String commandLineName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
