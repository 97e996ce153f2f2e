package fanout.strategy;

import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchOutcome;
import fanout.fetch.FetchSettings;
import fanout.fetch.PendingBatch;
import fanout.vocabulary.Strategy;
import java.util.List;

/// Fetches one endpoint after the other on the calling thread: the reference, whose time is the sum
/// of all.
final class Sequential extends InProcess {

  Sequential(FetchSettings settings, FetchListener listener) {
    super(Strategy.SEQUENTIAL, settings, listener);
  }

  @Override
  List<FetchOutcome> fetch(PendingBatch batch) throws FetchException, InterruptedException {
    for (int i = 0; i < batch.size() && !batch.isOver() && batch.nanosLeft() > 0; i++) {
      fetch(batch, i);
    }
    return batch.await();
  }

  private void fetch(PendingBatch batch, int index) throws InterruptedException {
    try {
      batch.succeeded(index, fetcher.fetch(batch.endpoint(index), batch));
    } catch (FetchException e) {
      batch.failed(index, e);
    }
  }
}
