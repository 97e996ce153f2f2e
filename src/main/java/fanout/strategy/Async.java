package fanout.strategy;

import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchOutcome;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
import fanout.fetch.PendingBatch;
import fanout.vocabulary.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Sends all requests from the calling thread, and has no thread that waits for a response.
///
/// Decoding has a pool of a thread per core: the common pool, where it would run otherwise, has a
/// single worker on two cores.
final class Async extends InProcess {
  private final ExecutorService decoding =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().name("async-decoding-", 1).factory());

  Async(FetchSettings settings, FetchListener listener) {
    super(Strategy.ASYNC, settings, listener);
  }

  @Override
  List<FetchOutcome> fetch(PendingBatch batch) throws FetchException, InterruptedException {
    var fetches = new ArrayList<CompletableFuture<FetchResult>>(batch.size());
    try {
      for (int i = 0; i < batch.size(); i++) {
        int index = i;
        var fetch = fetcher.fetchAsync(batch.endpoint(index), batch, decoding);
        fetches.add(fetch);
        var _ = fetch.whenComplete((_, _) -> batch.ended(index, fetch));
      }
      return batch.await();
    } finally {
      if (!batch.isComplete()) {
        fetches.forEach(fetch -> fetch.cancel(true));
      }
    }
  }

  @Override
  void endThreads() {
    end(decoding);
  }
}
