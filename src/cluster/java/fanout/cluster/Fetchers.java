package fanout.cluster;

import fanout.fetch.FetchListener;
import fanout.fetch.FetchSettings;
import fanout.fetch.Fetcher;
import java.util.LinkedHashMap;
import java.util.Map;

/// A member's fetchers, one for the settings of each coordinator, so that connections stay open
/// from batch to batch.
final class Fetchers implements AutoCloseable {
  /// Far more than coordinators use at once: what the oldest still does fails when it is closed.
  private static final int MOST = 16;

  private final Map<FetchSettings, Fetcher> bySettings = new LinkedHashMap<>(MOST, 0.75f, true);

  synchronized Fetcher with(FetchSettings settings) {
    var known = bySettings.get(settings);
    if (known != null) {
      return known;
    }
    if (bySettings.size() == MOST) {
      var oldest = bySettings.keySet().iterator().next();
      var fetcher = bySettings.remove(oldest);
      if (fetcher != null) {
        fetcher.close();
      }
    }
    var added = new Fetcher(settings, FetchListener.NONE);
    bySettings.put(settings, added);
    return added;
  }

  @Override
  public synchronized void close() {
    bySettings.values().forEach(Fetcher::close);
    bySettings.clear();
  }
}
