package fanout.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// One fetch from its start to its end, however many requests it takes.
final class Course {
  private final Endpoint endpoint;
  private final FetchSettings settings;
  private final URI uri;
  private final long batchStartNanos;
  private final Duration pause;
  private final long nanosAtMost;
  private final long startedNanos = System.nanoTime();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile boolean cancelled;

  /// What is to be cancelled when nobody wants the response any more.
  private final Queue<Future<?>> underWay = new ConcurrentLinkedQueue<>();

  /// A fetch that begins now.
  ///
  /// @param batchStartNanos [System#nanoTime()] when the batch began, the zero of all times
  /// @param nanosAtMost for all of it
  Course(
      Endpoint endpoint,
      FetchSettings settings,
      long batchStartNanos,
      Duration pause,
      long nanosAtMost) {
    this.endpoint = endpoint;
    this.settings = settings;
    this.uri = endpoint.on(settings.baseUri());
    this.batchStartNanos = batchStartNanos;
    this.pause = pause;
    this.nanosAtMost = nanosAtMost;
  }

  /// A fetch of `batch`, within its time.
  static Course of(Endpoint endpoint, FetchSettings settings, PendingBatch batch) {
    return new Course(
        endpoint, settings, batch.startNanos(), batch.batch().pause(), batch.nanosLeft());
  }

  Endpoint endpoint() {
    return endpoint;
  }

  FetchSettings settings() {
    return settings;
  }

  URI uri() {
    return uri;
  }

  Duration pause() {
    return pause;
  }

  /// When it began, since its batch did.
  long startedNs() {
    return startedNanos - batchStartNanos;
  }

  /// A moment of [System#nanoTime()], since the batch began.
  long sinceBatch(long nanos) {
    return nanos - batchStartNanos;
  }

  /// Until the last byte must be here: the clock runs from the start of the fetch.
  long nanosToLastByte() {
    return Math.min(TimeUnit.NANOSECONDS.convert(settings.deadline()), nanosAtMost) - nanosSoFar();
  }

  /// Until the pause must be over too.
  long nanosToEnd() {
    return nanosAtMost - nanosSoFar();
  }

  /// One more request is sent.
  void countRequest() {
    requests.incrementAndGet();
  }

  int requests() {
    return requests.get();
  }

  /// Has [#cancel()] cancel this too, or cancels it now where that has been called.
  void add(Future<?> future) {
    underWay.add(future);
    if (cancelled) {
      future.cancel(true);
    }
  }

  boolean isCancelled() {
    return cancelled;
  }

  /// Closes the connections on which nothing has come in full.
  void cancel() {
    cancelled = true;
    underWay.forEach(future -> future.cancel(true));
  }

  private long nanosSoFar() {
    return System.nanoTime() - startedNanos;
  }
}
