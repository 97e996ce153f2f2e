package fanout.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// One request and its response: checks the head, receives the body and takes the times.
final class Exchange implements BodyHandler<byte[]> {
  private static final int OK = 200;

  private final Endpoint endpoint;
  private final FetchSettings settings;
  private final URI uri;
  private final long batchStartNanos;
  private final long startedNanos = System.nanoTime();
  private volatile long firstByteNanos;
  private volatile long receivedNanos;
  private volatile @Nullable BodyReceiver receiver;

  Exchange(Endpoint endpoint, FetchSettings settings, long batchStartNanos) {
    this.endpoint = endpoint;
    this.settings = settings;
    this.uri = endpoint.on(settings.baseUri());
    this.batchStartNanos = batchStartNanos;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  URI uri() {
    return uri;
  }

  long startedNs() {
    return startedNanos - batchStartNanos;
  }

  /// The client's timeout ends with the head of the response; the body's is [BodyReceiver]'s.
  ///
  /// @throws HttpTimeoutException if no time is left
  HttpRequest request() throws HttpTimeoutException {
    long nanosLeft = nanosLeft(System.nanoTime());
    if (nanosLeft <= 0) {
      throw new HttpTimeoutException("no time is left");
    }
    return HttpRequest.newBuilder(uri)
        .header("Accept", "application/json")
        .timeout(Duration.ofNanos(nanosLeft))
        .build();
  }

  @Override
  public BodySubscriber<byte[]> apply(ResponseInfo head) {
    firstByteNanos = System.nanoTime();
    long announcedBytes = head.headers().firstValueAsLong("Content-Length").orElse(-1);
    var refusal = refusal(head, announcedBytes);
    if (refusal != null) {
      return new Refusal(refusal);
    }
    receiver =
        new BodyReceiver(
            announcedBytes,
            settings.maxBodyBytes(),
            BodyMemory.OF_THIS_JVM,
            nanosLeft(firstByteNanos),
            nanos -> receivedNanos = nanos);
    return receiver;
  }

  /// The body is decoded, or nobody wants it.
  void release() {
    var body = receiver;
    if (body != null) {
      body.release();
    }
  }

  /// What of the response has come, for a sentence on what happened then.
  String soFar(Throwable failure) {
    var body = receiver;
    if (body != null) {
      return body.soFar();
    }
    return isBeforeFirstByte(failure) ? "before a response" : "within the head of the response";
  }

  /// The clock runs from the start of the fetch to its last byte.
  private long nanosLeft(long nowNanos) {
    return settings.deadline().toNanos() - (nowNanos - startedNanos);
  }

  /// The client tells this by its words alone: "HTTP/1.1 header parser received no bytes".
  private static boolean isBeforeFirstByte(Throwable failure) {
    for (@Nullable Throwable link = failure; link != null; link = link.getCause()) {
      if (link.getMessage() != null && link.getMessage().contains("parsing HTTP/1.1")) {
        return false;
      }
    }
    return true;
  }

  /// The result, with this moment as its end.
  FetchResult finished(byte[] body, int items) {
    return new FetchResult(
        endpoint,
        OK,
        body.length,
        items,
        switch (settings.responseMode()) {
          case SUMMARY -> null;
          case BODY -> ByteBuffer.wrap(body).asReadOnlyBuffer();
        },
        startedNs(),
        firstByteNanos - batchStartNanos,
        receivedNanos - batchStartNanos,
        System.nanoTime() - batchStartNanos);
  }

  private @Nullable IOException refusal(ResponseInfo head, long announcedBytes) {
    int status = head.statusCode();
    if (head.version() != Version.HTTP_1_1) {
      return new ResponseRejectedException(
          "responded in " + head.version() + " instead of HTTP_1_1");
    }
    if (status >= 300 && status < 400) {
      return new ResponseRejectedException(
          "responded with %s, a redirect%s, which is not followed"
              .formatted(
                  status, head.headers().firstValue("Location").map(to -> " to " + to).orElse("")));
    }
    if (status != OK) {
      return new ResponseRejectedException("responded with " + status + " instead of 200");
    }
    int maxBytes = settings.maxBodyBytes();
    return announcedBytes > maxBytes ? BodyReceiver.tooLong(maxBytes) : null;
  }

  /// Closes the connection rather than read a body that nobody wants.
  private static final class Refusal implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> body;

    Refusal(IOException reason) {
      this.body = CompletableFuture.failedFuture(reason);
    }

    @Override
    public CompletableFuture<byte[]> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
