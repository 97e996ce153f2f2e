package fanout.cluster;

import java.util.LinkedHashSet;

/// The latest batches that nobody waits for any more: what of them is still queued is not begun.
final class CancelledBatches {
  /// A window holds the fetches of fewer batches.
  private static final int MOST = 10_000;

  private final LinkedHashSet<String> latest = new LinkedHashSet<>();

  synchronized void add(String batch) {
    if (latest.add(batch) && latest.size() > MOST) {
      latest.removeFirst();
    }
  }

  synchronized boolean contains(String batch) {
    return latest.contains(batch);
  }
}
