package fanout.fetch;

import fanout.os.ForeignText;
import fanout.vocabulary.Content;
import java.io.IOException;
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

/// One request of a fetch and its response: checks the head, receives the body and takes the times.
final class Exchange implements BodyHandler<byte[]> {
  private final Course course;
  private volatile long firstByteNanos;
  private volatile long receivedNanos;
  private volatile @Nullable BodyReceiver receiver;

  Exchange(Course course) {
    this.course = course;
  }

  Content content() {
    return course.endpoint().content();
  }

  /// The client's timeout ends with the head of the response; the body's is [BodyReceiver]'s.
  ///
  /// @throws HttpTimeoutException if no time is left
  HttpRequest request() throws HttpTimeoutException {
    long nanosLeft = course.nanosToLastByte();
    if (nanosLeft <= 0) {
      throw new HttpTimeoutException("no time is left");
    }
    course.countRequest();
    return HttpRequest.newBuilder(course.uri())
        .header("Accept", "application/json")
        .timeout(Duration.ofNanos(nanosLeft))
        .build();
  }

  @Override
  public BodySubscriber<byte[]> apply(ResponseInfo head) {
    firstByteNanos = System.nanoTime();
    try {
      int maxBytes = course.settings().maxBodyBytes();
      receiver =
          new BodyReceiver(
              ResponseHead.announcedBytes(head, maxBytes),
              maxBytes,
              BodyMemory.OF_THIS_JVM,
              course.nanosToLastByte(),
              nanos -> receivedNanos = nanos);
      return receiver;
    } catch (ResponseRejectedException refusal) {
      return new Refusal(refusal);
    }
  }

  /// The body is decoded, or nobody wants it.
  void release() {
    var body = receiver;
    if (body != null) {
      body.release();
    }
  }

  /// What of the response has come, for a sentence on what happened then.
  private String soFar(Throwable failure) {
    var body = receiver;
    if (body != null) {
      return body.soFar();
    }
    return isBeforeFirstByte(failure) ? "before a response" : "within the head of the response";
  }

  /// The failure of the fetch, if it ends with that of this exchange.
  FetchException failure(Throwable cause) {
    return new FetchException(
        course.endpoint().name(),
        "GET "
            + ForeignText.printable(course.uri().toString())
            + " "
            + FailureMessages.of(cause, course.settings().deadline(), soFar(cause)),
        cause);
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
        course.endpoint(),
        ResponseHead.OK,
        body.length,
        items,
        course.requests(),
        switch (course.settings().responseMode()) {
          case SUMMARY -> null;
          case BODY -> ByteBuffer.wrap(body).asReadOnlyBuffer();
        },
        course.startedNs(),
        course.sinceBatch(firstByteNanos),
        course.sinceBatch(receivedNanos),
        course.sinceBatch(System.nanoTime()));
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
