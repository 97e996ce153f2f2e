package fanout.strategy;

import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchSettings;
import fanout.strategy.process.MultiProcess;
import fanout.vocabulary.Strategy;
import java.util.Objects;
import java.util.Optional;

/// Opens the strategies. A new one gets a case here; what is known of each by name alone,
/// [Strategy] says.
public final class Strategies {
  private Strategies() {}

  /// Opens a strategy; whoever opens it closes it.
  public static BatchFetcher open(
      Strategy strategy, FetchSettings settings, Concurrency concurrency) {
    return open(strategy, settings, concurrency, FetchListener.NONE);
  }

  /// Opens a strategy with a listener that hears of each fetch.
  ///
  /// @throws IllegalStateException if it is [#unavailable]
  public static BatchFetcher open(
      Strategy strategy, FetchSettings settings, Concurrency concurrency, FetchListener listener) {
    unavailable(strategy)
        .ifPresent(reason -> {
          throw new IllegalStateException(reason);
        });
    return switch (strategy) {
      case SEQUENTIAL -> new Sequential(settings, listener);
      case FIXED_POOL -> new FixedPool(settings, concurrency, listener);
      case FORK_JOIN -> new ForkJoin(settings, concurrency, listener);
      case VIRTUAL_THREADS -> new VirtualThreads(settings, listener);
      case ASYNC -> new Async(settings, listener);
      case STRUCTURED -> openStructured(settings, listener);
      case MULTI_PROCESS -> new MultiProcess(settings, concurrency, listener);
    };
  }

  /// Why a strategy cannot be opened on this JVM, as a sentence, or empty if it can.
  public static Optional<String> unavailable(Strategy strategy) {
    return switch (strategy) {
      case STRUCTURED -> previewMissing();
      case SEQUENTIAL, FIXED_POOL, FORK_JOIN, VIRTUAL_THREADS, ASYNC, MULTI_PROCESS ->
          Optional.empty();
    };
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
