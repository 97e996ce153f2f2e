package fanout.strategy;

import fanout.fetch.Endpoint;
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
  List<FetchResult> fetchAll(List<Endpoint> endpoints, long startNanos)
      throws FetchException, InterruptedException {
    var fetched = new ArrayList<FetchResult>(endpoints.size());
    for (var endpoint : endpoints) {
      fetched.add(fetcher.fetch(endpoint, startNanos));
    }
    return Collections.unmodifiableList(fetched);
  }
}
