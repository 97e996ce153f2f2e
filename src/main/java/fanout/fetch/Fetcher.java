package fanout.fetch;

import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Fetches endpoints over connections that it keeps open: GET in HTTP/1.1, check of the status,
/// JSON decoded into records, pause. Any number of threads may share one.
public final class Fetcher implements AutoCloseable {
  private final FetchSettings settings;
  private final FetchListener listener;
  private final Decoder decoder;
  private final Sender sender = new Sender();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<Course, CompletableFuture<?>> pausing = new ConcurrentHashMap<>();

  /// Null where each fetch is one request.
  private final @Nullable Repeater repeater;

  public Fetcher(FetchSettings settings, FetchListener listener) {
    this.settings = settings;
    this.listener = listener;
    this.decoder = new Decoder(settings.decoding());
    this.repeater =
        settings.repeats().isNone() ? null : new Repeater(settings.repeats(), sender::sendAsync);
  }

  /// Fetches `endpoint` without a pause, as [#fetch(Endpoint, long, Duration)] does.
  public FetchResult fetch(Endpoint endpoint, long batchStartNanos)
      throws FetchException, InterruptedException {
    return fetch(endpoint, batchStartNanos, Duration.ZERO);
  }

  /// Fetches `endpoint` and pauses, all on the calling thread. An interrupt closes the connection.
  ///
  /// @param batchStartNanos [System#nanoTime()] when the batch began, the zero of all times
  /// @throws FetchException if there is no complete and right response within the deadline
  /// @throws FetcherClosedException if this fetcher is closed, also while it fetches
  public FetchResult fetch(Endpoint endpoint, long batchStartNanos, Duration pause)
      throws FetchException, InterruptedException {
    return fetch(new Course(endpoint, settings, batchStartNanos, pause, Long.MAX_VALUE));
  }

  /// Fetches `endpoint` as part of `batch`, within its time.
  ///
  /// @throws FetchException if there is no complete and right response, or no time for the pause
  /// @throws FetcherClosedException if this fetcher is closed, also while it fetches
  public FetchResult fetch(Endpoint endpoint, PendingBatch batch)
      throws FetchException, InterruptedException {
    return fetch(Course.of(endpoint, settings, batch));
  }

  /// Fetches `endpoint` without a thread that waits for it. Cancelling the future closes the
  /// connection.
  ///
  /// @param decoding runs the decoding and, unless the fetch fails, what follows it
  /// @return fails with what [#fetch(Endpoint, PendingBatch)] throws
  public CompletableFuture<FetchResult> fetchAsync(
      Endpoint endpoint, PendingBatch batch, Executor decoding) {
    var course = Course.of(endpoint, settings, batch);
    begin(course);
    var decoded = sendAsync(course).thenApplyAsync(this::decodeAsync, decoding);
    var fetched = afterPause(course, decoded, decoding).handle((result, e) -> finish(result, e));
    var _ =
        fetched.whenComplete((_, _) -> {
          if (fetched.isCancelled()) {
            course.cancel();
          }
        });
    return fetched;
  }

  /// Ends connections and threads; what still runs fails at once.
  @Override
  public void close() {
    closed.countDown();
    if (repeater != null) {
      repeater.close();
    }
    sender.close();
    pausing.values().forEach(each -> each.completeExceptionally(new FetcherClosedException()));
  }

  private FetchResult fetch(Course course) throws FetchException, InterruptedException {
    begin(course);
    try {
      var decoded =
          decode(repeater == null ? sender.send(course) : await(repeater.send(course), course));
      pause(course, decoded);
      return finish(decoded);
    } catch (FetchException e) {
      throwIfClosed();
      throw e;
    }
  }

  private void begin(Course course) {
    throwIfClosed();
    listener.started(course.endpoint(), course.startedNs());
  }

  private CompletableFuture<Received> sendAsync(Course course) {
    return repeater == null ? sender.sendAsync(course) : repeater.send(course);
  }

  /// Waits for a response as [Sender#send] does.
  private static Received await(CompletableFuture<Received> response, Course course)
      throws FetchException, InterruptedException {
    try {
      return response.get();
    } catch (ExecutionException e) {
      throw FetchException.of(e.getCause());
    } catch (InterruptedException e) {
      course.cancel();
      throw e;
    }
  }

  private Decoded decode(Received received) throws FetchException {
    var exchange = received.exchange();
    var body = received.body();
    try {
      return new Decoded(exchange, body, decoder.countItems(exchange.content(), body));
    } catch (JacksonException | OutOfMemoryError e) {
      throw exchange.failure(e);
    } finally {
      exchange.release();
    }
  }

  private Decoded decodeAsync(Received received) {
    try {
      return decode(received);
    } catch (FetchException e) {
      throw new CompletionException(e);
    }
  }

  private void pause(Course course, Decoded decoded) throws FetchException, InterruptedException {
    long nanos = TimeUnit.NANOSECONDS.convert(course.pause());
    if (nanos == 0) {
      return;
    }
    long nanosLeft = course.nanosToEnd();
    if (closed.await(Math.min(nanos, nanosLeft), TimeUnit.NANOSECONDS)) {
      throw new FetcherClosedException();
    }
    if (nanos > nanosLeft) {
      throw decoded.exchange.failure(new HttpTimeoutException("no time is left for the pause"));
    }
  }

  private CompletableFuture<Decoded> afterPause(
      Course course, CompletableFuture<Decoded> decoded, Executor continuing) {
    if (course.pause().isZero()) {
      return decoded;
    }
    long nanos = TimeUnit.NANOSECONDS.convert(course.pause());
    var later = CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, continuing);
    var paused = decoded.thenApplyAsync(Function.identity(), later);
    pausing.put(course, paused);
    var _ = paused.whenComplete((_, _) -> pausing.remove(course));
    if (isClosed()) {
      paused.completeExceptionally(new FetcherClosedException());
    }
    return paused;
  }

  private FetchResult finish(Decoded decoded) {
    var fetched = decoded.exchange.finished(decoded.body, decoded.items);
    listener.finished(fetched);
    return fetched;
  }

  private FetchResult finish(@Nullable Decoded decoded, @Nullable Throwable failure) {
    if (decoded != null) {
      return finish(decoded);
    }
    throwIfClosed();
    throw new CompletionException(Sender.causeOf(Objects.requireNonNull(failure)));
  }

  private void throwIfClosed() {
    if (isClosed()) {
      throw new FetcherClosedException();
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  /// A body that was decoded.
  private static final class Decoded {
    final Exchange exchange;
    final byte[] body;
    final int items;

    Decoded(Exchange exchange, byte[] body, int items) {
      this.exchange = exchange;
      this.body = body;
      this.items = items;
    }
  }
}
