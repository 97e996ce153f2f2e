package fanout.cluster;

import fanout.fetch.FetchListener;
import fanout.fetch.FetchSettings;
import fanout.fetch.Fetcher;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A member's fetchers, one for the settings of each coordinator, so that connections stay open
/// from batch to batch.
final class Fetchers implements AutoCloseable {
  /// Far more than coordinators use at once: what the oldest still does fails when it is closed.
  private static final int MOST = 16;

  private final Map<FetchSettings, Fetcher> bySettings = new LinkedHashMap<>(MOST, 0.75f, true);

  /// The latest that was asked for: most often the next too, and found without a lock then.
  private volatile @Nullable Known latest;

  private record Known(FetchSettings settings, Fetcher fetcher) {}

  Fetcher with(FetchSettings settings) {
    var known = latest;
    return known != null && known.settings.equals(settings) ? known.fetcher : lookUp(settings);
  }

  private synchronized Fetcher lookUp(FetchSettings settings) {
    var fetcher = bySettings.get(settings);
    if (fetcher == null) {
      fetcher = add(settings);
    }
    latest = new Known(settings, fetcher);
    return fetcher;
  }

  private Fetcher add(FetchSettings settings) {
    if (bySettings.size() == MOST) {
      var oldest = bySettings.keySet().iterator().next();
      Objects.requireNonNull(bySettings.remove(oldest)).close();
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
