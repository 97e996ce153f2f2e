package fanout.strategy;

import fanout.fetch.Batch;
import fanout.fetch.FetchException;
import fanout.fetch.FetchResult;
import fanout.fetch.Fetcher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/// A batch whose fetches block a thread each: one task per endpoint, to be run on any threads.
final class BlockingBatch {
  private final List<FutureTask<FetchResult>> fetches;
  private final BatchOutcome outcome;

  BlockingBatch(Fetcher fetcher, Batch batch, long startNanos) {
    var endpoints = batch.endpoints();
    outcome = new BatchOutcome(endpoints.size());
    fetches = new ArrayList<>(endpoints.size());
    for (var endpoint : endpoints) {
      fetches.add(new Fetch(() -> fetcher.fetch(endpoint, startNanos, batch.pause())));
    }
  }

  /// Has `starter` start the tasks, and waits for their results. Interrupts the threads of those
  /// that still run when one fails or the calling thread is interrupted, and of no other.
  List<FetchResult> run(Consumer<List<FutureTask<FetchResult>>> starter)
      throws FetchException, InterruptedException {
    boolean complete = false;
    try {
      starter.accept(fetches);
      var fetched = outcome.await(fetches);
      complete = true;
      return fetched;
    } finally {
      if (!complete) {
        fetches.forEach(fetch -> fetch.cancel(true));
      }
    }
  }

  private final class Fetch extends FutureTask<FetchResult> {
    Fetch(Callable<FetchResult> fetch) {
      super(fetch);
    }

    @Override
    protected void done() {
      outcome.done(this);
    }
  }
}
