package fanout.fetch;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
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
  private final Decoder decoder = new Decoder();
  private final Clients clients = new Clients();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<Exchange, CompletableFuture<?>> pausing = new ConcurrentHashMap<>();

  public Fetcher(FetchSettings settings, FetchListener listener) {
    this.settings = settings;
    this.listener = listener;
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
    var exchange = begin(endpoint, batchStartNanos);
    try {
      var response = send(exchange);
      var decoded = decode(endpoint, response.body());
      exchange.release();
      pause(pause);
      return finish(exchange, decoded);
    } catch (IOException | JacksonException | OutOfMemoryError e) {
      throwIfClosed();
      throw failure(exchange, e);
    } finally {
      exchange.release();
    }
  }

  /// Fetches `endpoint` without a thread that waits for it. Cancelling the future closes the
  /// connection.
  ///
  /// @param batchStartNanos as for [#fetch(Endpoint, long, Duration)]
  /// @param decoding runs the decoding and, unless the fetch fails, what follows it
  /// @return fails with what [#fetch(Endpoint, long, Duration)] throws
  public CompletableFuture<FetchResult> fetchAsync(
      Endpoint endpoint, long batchStartNanos, Duration pause, Executor decoding) {
    var exchange = begin(endpoint, batchStartNanos);
    var sent = sendAsync(exchange);
    var decoded = sent.thenApplyAsync(response -> decode(endpoint, response.body()), decoding);
    var _ = decoded.whenComplete((_, _) -> exchange.release());
    var fetched =
        afterPause(pause, exchange, decoded, decoding)
            .handle((result, e) -> finish(exchange, result, e));
    var _ =
        fetched.whenComplete((_, _) -> {
          if (fetched.isCancelled()) {
            sent.cancel(true);
          }
        });
    return fetched;
  }

  /// Ends connections and threads; what still runs fails at once.
  @Override
  public void close() {
    closed.countDown();
    clients.close();
    pausing.values().forEach(each -> each.completeExceptionally(new FetcherClosedException()));
  }

  private Exchange begin(Endpoint endpoint, long batchStartNanos) {
    throwIfClosed();
    var exchange = new Exchange(endpoint, settings, batchStartNanos);
    listener.started(endpoint, exchange.startedNs());
    return exchange;
  }

  private HttpResponse<byte[]> send(Exchange exchange) throws IOException, InterruptedException {
    try {
      return clients.clientFor(exchange.uri()).send(exchange.request(), exchange);
    } catch (IllegalArgumentException e) {
      // The client's word for an address that is none, such as one with port 70000.
      throw new IOException(e.getMessage(), e);
    }
  }

  private CompletableFuture<HttpResponse<byte[]>> sendAsync(Exchange exchange) {
    try {
      return clients.clientFor(exchange.uri()).sendAsync(exchange.request(), exchange);
    } catch (IllegalArgumentException | HttpTimeoutException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Decoded decode(Endpoint endpoint, byte[] body) {
    return new Decoded(body, decoder.countItems(endpoint.content(), body));
  }

  private void pause(Duration pause) throws InterruptedException {
    if (pause.isPositive() && closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new FetcherClosedException();
    }
  }

  private CompletableFuture<Decoded> afterPause(
      Duration pause, Exchange exchange, CompletableFuture<Decoded> decoded, Executor continuing) {
    if (pause.isZero()) {
      return decoded;
    }
    var later =
        CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, continuing);
    var paused = decoded.thenApplyAsync(Function.identity(), later);
    pausing.put(exchange, paused);
    var _ = paused.whenComplete((_, _) -> pausing.remove(exchange));
    if (isClosed()) {
      paused.completeExceptionally(new FetcherClosedException());
    }
    return paused;
  }

  private FetchResult finish(Exchange exchange, Decoded decoded) {
    var fetched = exchange.finished(decoded.body, decoded.items);
    listener.finished(fetched);
    return fetched;
  }

  private FetchResult finish(
      Exchange exchange, @Nullable Decoded decoded, @Nullable Throwable asyncFailure) {
    if (decoded != null) {
      return finish(exchange, decoded);
    }
    throwIfClosed();
    throw new CompletionException(failure(exchange, Objects.requireNonNull(asyncFailure)));
  }

  private FetchException failure(Exchange exchange, Throwable cause) {
    return new FetchException(
        exchange.endpoint().name(),
        "GET "
            + exchange.uri()
            + " "
            + FailureMessages.of(cause, settings.deadline(), exchange.soFar(cause)),
        cause);
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
    final byte[] body;
    final int items;

    Decoded(byte[] body, int items) {
      this.body = body;
      this.items = items;
    }
  }
}
