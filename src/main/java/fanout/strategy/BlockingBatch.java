package fanout.strategy;

import fanout.fetch.FetchException;
import fanout.fetch.FetchOutcome;
import fanout.fetch.FetchResult;
import fanout.fetch.Fetcher;
import fanout.fetch.PendingBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/// A batch whose fetches block a thread each: one task per endpoint, to be run on any threads.
final class BlockingBatch {
  private final PendingBatch batch;
  private final List<FutureTask<FetchResult>> fetches;

  BlockingBatch(Fetcher fetcher, PendingBatch batch) {
    this.batch = batch;
    this.fetches = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      fetches.add(new Fetch(fetcher, i));
    }
  }

  /// Has `starter` start the tasks, and waits for the batch. Interrupts the threads of those that
  /// still run when it is over or the calling thread is interrupted, and of no other.
  List<FetchOutcome> run(Consumer<List<FutureTask<FetchResult>>> starter)
      throws FetchException, InterruptedException {
    try {
      starter.accept(fetches);
      return batch.await();
    } finally {
      if (!batch.isComplete()) {
        fetches.forEach(fetch -> fetch.cancel(true));
      }
    }
  }

  private final class Fetch extends FutureTask<FetchResult> {
    private final int index;

    Fetch(Fetcher fetcher, int index) {
      super(() -> fetcher.fetch(batch.endpoint(index), batch));
      this.index = index;
    }

    @Override
    protected void done() {
      batch.ended(index, this);
    }
  }
}
