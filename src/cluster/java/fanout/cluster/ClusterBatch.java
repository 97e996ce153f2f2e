package fanout.cluster;

import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchSettings;
import fanout.fetch.PendingBatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A batch whose fetches members do.
final class ClusterBatch {
  private final String id;
  private final PendingBatch pending;
  private final FetchSettings settings;
  private final FetchListener listener;
  private final List<Fetch> fetches;

  /// @param id tells it from every other batch of every coordinator
  ClusterBatch(String id, PendingBatch pending, FetchSettings settings, FetchListener listener) {
    this.id = id;
    this.pending = pending;
    this.settings = settings;
    this.listener = listener;
    this.fetches = IntStream.range(0, pending.size()).mapToObj(Fetch::new).toList();
  }

  String id() {
    return id;
  }

  List<Fetch> fetches() {
    return fetches;
  }

  boolean isOver() {
    return pending.isOver();
  }

  /// A listener that throws fails its batch, not the thread that the news came on.
  private void report(Runnable news) {
    if (!listener.equals(FetchListener.NONE) && !isOver()) {
      try {
        news.run();
      } catch (RuntimeException | Error e) {
        pending.broken(e);
      }
    }
  }

  /// One fetch of it. A second member does it where the first is lost, so that it may happen twice;
  /// the first response counts.
  final class Fetch {
    private final int index;
    private final AtomicBoolean responded = new AtomicBoolean();
    private volatile long givenNanos;

    /// Who was lost with it.
    private @Nullable String lostWith;

    Fetch(int index) {
      this.index = index;
    }

    String batchId() {
      return id;
    }

    boolean isOver() {
      return pending.isOver() || responded.get();
    }

    /// What a member gets that is about to be given it.
    FetchTask task() {
      givenNanos = System.nanoTime();
      report(() -> listener.started(endpoint(), givenNanos - pending.startNanos()));
      return new FetchTask(
          new FetchRequest(
              id,
              endpoint(),
              settings,
              pending.batch().pause(),
              Duration.ofNanos(pending.nanosLeft())));
    }

    /// @param reply either [FetchReply.End#FETCHED] or [FetchReply.End#FAILED]
    void responded(FetchReply reply) {
      if (!responded.compareAndSet(false, true)) {
        return;
      }
      if (reply.end() == FetchReply.End.FETCHED) {
        var result = reply.result(endpoint(), givenNanos - pending.startNanos());
        report(() -> listener.finished(result));
        pending.succeeded(index, result);
      } else {
        failed(reply.what());
      }
    }

    /// Takes note that `member` was lost with it.
    ///
    /// @return whether another one may do it
    boolean lostWith(ActiveMember member, String cause) {
      if (lostWith == null) {
        lostWith = member.toString();
        return true;
      }
      failed("was lost with %s, and then with %s: %s".formatted(lostWith, member, cause));
      return false;
    }

    void failed(String what) {
      responded.set(true);
      pending.failed(index, new FetchException(endpoint().name(), what, null));
    }

    /// The whole batch ends, for a reason that is no fetch's alone.
    void broken(Throwable cause) {
      pending.broken(cause);
    }

    private Endpoint endpoint() {
      return pending.endpoint(index);
    }
  }
}
