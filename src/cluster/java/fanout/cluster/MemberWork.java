package fanout.cluster;

import com.hazelcast.core.HazelcastInstance;
import fanout.fetch.Batch;
import fanout.fetch.FailureMode;
import fanout.fetch.FetchException;
import fanout.fetch.FetchResult;
import fanout.fetch.PendingBatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// What a member does for coordinators.
final class MemberWork implements AutoCloseable {
  private static final String KEY = "fanout.work";
  private static final Duration LOOK = Duration.ofMillis(20);

  private final Fetchers fetchers = new Fetchers();
  private final CancelledBatches cancelled = new CancelledBatches();

  /// Threads that fetch, each with its batch.
  private final Map<Thread, String> running = new ConcurrentHashMap<>();

  private volatile boolean leaving;

  /// Of the member whose instance this is.
  static MemberWork of(HazelcastInstance instance) {
    return (MemberWork) Objects.requireNonNull(instance.getUserContext().get(KEY));
  }

  /// What an instance is configured with before it begins.
  Map<String, Object> asUserContext() {
    return Map.of(KEY, this);
  }

  FetchReply fetch(FetchRequest request) {
    if (leaving) {
      return FetchReply.returned();
    }
    running.put(Thread.currentThread(), request.batch());
    try {
      if (cancelled.contains(request.batch())) {
        return cancelled();
      }
      return FetchReply.fetched(result(request));
    } catch (FetchException e) {
      return FetchReply.failed(e.what());
    } catch (InterruptedException _) {
      return cancelled();
    } catch (RuntimeException e) {
      return leaving ? FetchReply.returned() : FetchReply.failed("failed in a member: " + e);
    } finally {
      running.remove(Thread.currentThread());
      // The thread is Hazelcast's, and takes the next task.
      var _ = Thread.interrupted();
    }
  }

  GreetingReply greet(Greeting greeting) {
    return new GreetingReply(
        greeting.servers().stream()
            .flatMap(server -> Reach.failure(server).stream())
            .findFirst()
            .orElse(""));
  }

  CancellationReply cancel(Cancellation cancellation) {
    cancelled.add(cancellation.batch());
    var threads =
        running.entrySet().stream()
            .filter(each -> each.getValue().equals(cancellation.batch()))
            .map(Map.Entry::getKey)
            .toList();
    threads.forEach(Thread::interrupt);
    return new CancellationReply(threads.size());
  }

  /// From now on gives back what is not begun, and waits for what is, but no longer than
  /// `patience`.
  void leave(Duration patience) throws InterruptedException {
    leaving = true;
    long begin = System.nanoTime();
    while (!running.isEmpty() && System.nanoTime() - begin < patience.toNanos()) {
      Thread.sleep(LOOK);
    }
  }

  @Override
  public void close() {
    leaving = true;
    fetchers.close();
  }

  private FetchResult result(FetchRequest request) throws FetchException, InterruptedException {
    var batch =
        new Batch(
            List.of(request.endpoint()),
            request.pause(),
            request.timeLeft().isPositive() ? request.timeLeft() : Duration.ofNanos(1));
    var fetcher = fetchers.with(request.settings());
    return fetcher.fetch(request.endpoint(), new PendingBatch(batch, FailureMode.FAIL_FAST));
  }

  private static FetchReply cancelled() {
    return FetchReply.failed("was cancelled");
  }
}
