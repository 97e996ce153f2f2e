package fanout.strategy;

import fanout.fetch.Concurrency;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchOutcome;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
import fanout.fetch.PendingBatch;
import fanout.vocabulary.Strategy;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.TimeUnit;

/// Splits the batch in halves, down to single fetches, on a fork-join pool of its own. That pool is
/// made for work that computes; fetches block its threads, so it needs as many as a plain pool.
/// Nothing is joined: a thread that waits for the other half is one that does not fetch, and the
/// batch knows by itself when it is complete.
final class ForkJoin extends InProcess {
  private static final long KEEP_ALIVE_SECONDS = 60;

  private final ForkJoinPool pool;

  ForkJoin(FetchSettings settings, Concurrency concurrency, FetchListener listener) {
    super(Strategy.FORK_JOIN, settings, listener);
    this.pool = poolOf(concurrency.threads());
  }

  @Override
  List<FetchOutcome> fetch(PendingBatch batch) throws FetchException, InterruptedException {
    if (batch.size() == 0) {
      return List.of();
    }
    return new BlockingBatch(fetcher, batch).run(fetches -> pool.execute(new Split(fetches)));
  }

  @Override
  void endThreads() {
    end(pool);
  }

  /// A pool that keeps to `threads`. By default one adds up to 256 spare threads while its own are
  /// blocked, as they are in each fetch, and then refuses to wait; this one waits.
  private static ForkJoinPool poolOf(int threads) {
    return new ForkJoinPool(
        threads,
        ForkJoinPool.defaultForkJoinWorkerThreadFactory,
        null,
        false,
        threads,
        threads,
        0,
        _ -> true,
        KEEP_ALIVE_SECONDS,
        TimeUnit.SECONDS);
  }

  private static final class Split extends RecursiveAction {
    private static final long serialVersionUID = 1;

    private final transient List<FutureTask<FetchResult>> fetches;

    Split(List<FutureTask<FetchResult>> fetches) {
      this.fetches = fetches;
    }

    @Override
    protected void compute() {
      var mine = fetches;
      while (mine.size() > 1) {
        int half = mine.size() / 2;
        var _ = new Split(mine.subList(half, mine.size())).fork();
        mine = mine.subList(0, half);
      }
      run(mine.getFirst());
    }

    /// A fetch that was cancelled leaves its interrupt behind, which is not meant for the next.
    private static void run(FutureTask<FetchResult> fetch) {
      fetch.run();
      var _ = Thread.interrupted();
    }
  }
}
