package fanout.strategy;

import fanout.fetch.Concurrency;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchOutcome;
import fanout.fetch.FetchSettings;
import fanout.fetch.PendingBatch;
import fanout.vocabulary.Strategy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Hands each fetch to a pool of platform threads, which all callers share: what is beyond its size
/// waits in a queue.
final class FixedPool extends InProcess {
  private final ExecutorService pool;

  FixedPool(FetchSettings settings, Concurrency concurrency, FetchListener listener) {
    super(Strategy.FIXED_POOL, settings, listener);
    this.pool =
        Executors.newFixedThreadPool(
            concurrency.threads(), Thread.ofPlatform().name("fixed-pool-", 1).factory());
  }

  @Override
  List<FetchOutcome> fetch(PendingBatch batch) throws FetchException, InterruptedException {
    return new BlockingBatch(fetcher, batch).run(fetches -> fetches.forEach(pool::execute));
  }

  @Override
  void endThreads() {
    end(pool);
  }
}
