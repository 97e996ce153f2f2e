package fanout.strategy;

import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchSettings;
import fanout.strategy.process.MultiProcess;
import java.util.Locale;
import java.util.Objects;
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
  ///
  /// @throws IllegalStateException if it is [#unavailable()]
  public BatchFetcher open(
      FetchSettings settings, Concurrency concurrency, FetchListener listener) {
    unavailable()
        .ifPresent(reason -> {
          throw new IllegalStateException(reason);
        });
    return switch (this) {
      case SEQUENTIAL -> new Sequential(settings, listener);
      case FIXED_POOL -> new FixedPool(settings, concurrency, listener);
      case FORK_JOIN -> new ForkJoin(settings, concurrency, listener);
      case VIRTUAL_THREADS -> new VirtualThreads(settings, listener);
      case ASYNC -> new Async(settings, listener);
      case STRUCTURED -> openStructured(settings, listener);
      case MULTI_PROCESS -> new MultiProcess(settings, concurrency, listener);
    };
  }

  /// Why this strategy cannot be opened on this JVM, as a sentence, or empty if it can.
  public Optional<String> unavailable() {
    return switch (this) {
      case STRUCTURED -> previewMissing();
      case SEQUENTIAL, FIXED_POOL, FORK_JOIN, VIRTUAL_THREADS, ASYNC, MULTI_PROCESS ->
          Optional.empty();
    };
  }

  /// The constant's name as it is typed: `virtual-threads`.
  public String commandLineName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Stands apart because the verifier would load the class of each arm of a switch.
  private static BatchFetcher openStructured(FetchSettings settings, FetchListener listener) {
    return new Structured(settings, listener);
  }

  /// A class that uses a preview API loads on one release of Java only, and only when asked for.
  private static Optional<String> previewMissing() {
    try {
      Objects.requireNonNull(Structured.class);
      return Optional.empty();
    } catch (UnsupportedClassVersionError e) {
      return Optional.of(
          "STRUCTURED needs JDK 25 with --enable-preview, and this JVM is a Java %s%s."
              .formatted(
                  Runtime.version().feature(),
                  Runtime.version().feature() == 25 ? " without that option" : ""));
    }
  }
}
