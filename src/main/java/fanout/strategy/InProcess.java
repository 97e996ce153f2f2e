package fanout.strategy;

import fanout.fetch.Batch;
import fanout.fetch.BatchFetcher;
import fanout.fetch.FailureMode;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchOutcome;
import fanout.fetch.FetchSettings;
import fanout.fetch.Fetcher;
import fanout.fetch.FetcherClosedException;
import fanout.fetch.PendingBatch;
import fanout.vocabulary.Strategy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// What the strategies of this JVM share: a fetcher, and the way they end.
///
/// Closing the fetcher fails whatever it still fetches, and with that every batch that runs, so a
/// strategy keeps no list of them.
abstract class InProcess implements BatchFetcher {
  private final Strategy strategy;
  private final AtomicBoolean closed = new AtomicBoolean();

  final Fetcher fetcher;

  InProcess(Strategy strategy, FetchSettings settings, FetchListener listener) {
    this.strategy = strategy;
    this.fetcher = new Fetcher(settings, listener);
  }

  @Override
  public final List<FetchOutcome> fetch(Batch batch, FailureMode mode)
      throws FetchException, InterruptedException {
    if (closed.get()) {
      throw closed(null);
    }
    try {
      return fetch(new PendingBatch(batch, mode));
    } catch (FetcherClosedException | RejectedExecutionException e) {
      throw closed(e);
    }
  }

  @Override
  public final void close() {
    if (closed.compareAndSet(false, true)) {
      fetcher.close();
      endThreads();
    }
  }

  /// Fetches what `batch` lists, and waits for it.
  abstract List<FetchOutcome> fetch(PendingBatch batch) throws FetchException, InterruptedException;

  /// Ends the threads that this strategy owns. The fetcher is closed already: what they run, and
  /// what still waits for them, ends at once.
  void endThreads() {}

  /// Waits until `threads` have run what is queued, which fails at once since the fetcher is
  /// closed, and are gone. [ExecutorService#close()] drops what is queued when it is interrupted,
  /// and those who wait for it would wait for ever; here an interrupt ends no wait, and stays set.
  static void end(ExecutorService threads) {
    threads.shutdown();
    boolean interrupted = Thread.interrupted();
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private IllegalStateException closed(@Nullable Throwable cause) {
    return new IllegalStateException(strategy + " is closed", cause);
  }
}
