package fanout.cluster;

import fanout.fetch.FetchListener;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
import fanout.fetch.TestServer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// How many fetches of a cluster have finished, so that one that finished twice shows.
final class CountedFetches implements FetchListener {
  private final AtomicInteger finished = new AtomicInteger();

  /// A cluster whose fetches are counted here.
  Cluster connect(TestServer server, LocalMembers members) throws Exception {
    return Cluster.connect(
        members.token(),
        members.addresses(),
        FetchSettings.of(server.uri()),
        List.of(server.uri()),
        this);
  }

  int finished() {
    return finished.get();
  }

  @Override
  public void finished(FetchResult fetched) {
    finished.incrementAndGet();
  }
}
