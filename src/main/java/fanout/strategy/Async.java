package fanout.strategy;

import fanout.fetch.Batch;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
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
  List<FetchResult> fetchAll(Batch batch, long startNanos)
      throws FetchException, InterruptedException {
    var outcome = new BatchOutcome(batch.endpoints().size());
    var fetches = new ArrayList<CompletableFuture<FetchResult>>(batch.endpoints().size());
    boolean complete = false;
    try {
      for (var endpoint : batch.endpoints()) {
        var fetch = fetcher.fetchAsync(endpoint, startNanos, batch.pause(), decoding);
        fetches.add(fetch);
        var _ = fetch.whenComplete((_, _) -> outcome.done(fetch));
      }
      var fetched = outcome.await(fetches);
      complete = true;
      return fetched;
    } finally {
      if (!complete) {
        fetches.forEach(fetch -> fetch.cancel(true));
      }
    }
  }

  @Override
  void endThreads() {
    end(decoding);
  }
}
