package fanout.strategy;

import fanout.fetch.Batch;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
import fanout.vocabulary.Strategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Fetches one endpoint after the other on the calling thread: the reference, whose time is the sum
/// of all.
final class Sequential extends InProcess {

  Sequential(FetchSettings settings, FetchListener listener) {
    super(Strategy.SEQUENTIAL, settings, listener);
  }

  @Override
  List<FetchResult> fetchAll(Batch batch, long startNanos)
      throws FetchException, InterruptedException {
    var fetched = new ArrayList<FetchResult>(batch.endpoints().size());
    for (var endpoint : batch.endpoints()) {
      fetched.add(fetcher.fetch(endpoint, startNanos, batch.pause()));
    }
    return Collections.unmodifiableList(fetched);
  }
}
