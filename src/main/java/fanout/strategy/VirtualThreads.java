package fanout.strategy;

import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchOutcome;
import fanout.fetch.FetchSettings;
import fanout.fetch.PendingBatch;
import fanout.vocabulary.Strategy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Starts a virtual thread for each fetch: no pool, no limit.
final class VirtualThreads extends InProcess {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  VirtualThreads(FetchSettings settings, FetchListener listener) {
    super(Strategy.VIRTUAL_THREADS, settings, listener);
  }

  @Override
  List<FetchOutcome> fetch(PendingBatch batch) throws FetchException, InterruptedException {
    return new BlockingBatch(fetcher, batch).run(fetches -> fetches.forEach(threads::execute));
  }

  @Override
  void endThreads() {
    end(threads);
  }
}
