package fanout.strategy.process;

import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchSettings;
import java.net.URI;

/// The main class of a process that has a pool of workers, to be killed: says `START`, `WORK` and
/// `CLOSE` on standard output as it comes to it.
public final class PoolParent {
  private PoolParent() {}

  /// Fetches, and closes the pool.
  ///
  /// @param args the base URI, and how many batches to fetch
  public static void main(String[] args) throws Exception {
    var settings = FetchSettings.of(URI.create(args[0]));
    var fetcher = new MultiProcess(settings, new Concurrency(1, 2, 3), FetchListener.NONE);
    System.out.println(Phase.START);
    fetcher.fetchAll(Endpoint.SIX);
    System.out.println(Phase.WORK);
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      fetcher.fetchAll(Endpoint.SIX);
    }
    System.out.println(Phase.CLOSE);
    fetcher.close();
  }

  /// What it does.
  enum Phase {
    /// Opens the pool, and workers start.
    START,
    WORK,
    CLOSE
  }
}
