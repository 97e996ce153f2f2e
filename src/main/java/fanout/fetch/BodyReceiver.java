package fanout.fetch;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/// Receives a body into one array, of the announced length where there is one, which the client's
/// own subscriber would copy. Gives up, and so closes the connection, when its time is over.
final class BodyReceiver implements BodySubscriber<byte[]> {
  /// More than any service sends in one response, and no more than fits an array.
  static final int MAX_BYTES = 1 << 30;

  private static final int FIRST_GUESS_BYTES = 16 * 1024;

  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final long announcedBytes;
  private final long nanosLeft;
  private final LongConsumer atLastByte;
  private byte[] bytes;
  private int length;

  /// @param announcedBytes at most [#MAX_BYTES], or negative where the length is not known
  /// @param atLastByte is given [System#nanoTime()] when the body is complete
  BodyReceiver(long announcedBytes, long nanosLeft, LongConsumer atLastByte) {
    this.announcedBytes = announcedBytes;
    this.bytes = new byte[announcedBytes < 0 ? FIRST_GUESS_BYTES : (int) announcedBytes];
    this.nanosLeft = nanosLeft;
    this.atLastByte = atLastByte;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    var _ =
        body.orTimeout(nanosLeft, TimeUnit.NANOSECONDS)
            .whenComplete((_, failure) -> {
              if (failure != null) {
                subscription.cancel();
              }
            });
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (var buffer : buffers) {
      int added = buffer.remaining();
      if (added > MAX_BYTES - length) {
        body.completeExceptionally(tooLong());
        return;
      }
      makeRoom(length + added);
      buffer.get(bytes, length, added);
      length += added;
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    atLastByte.accept(System.nanoTime());
    body.complete(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
  }

  /// How much has come, once it is known that no more will: `after 4 of 100 bytes of the body`.
  String soFar() {
    return announcedBytes < 0
        ? "after " + length + " bytes of the body"
        : "after " + length + " of " + announcedBytes + " bytes of the body";
  }

  static IOException tooLong() {
    return new ResponseRejectedException("sent a body of more than 1 GiB, which is not read");
  }

  private void makeRoom(int needed) {
    if (needed > bytes.length) {
      long doubled = Math.min(2L * bytes.length, MAX_BYTES);
      bytes = Arrays.copyOf(bytes, (int) Math.max(needed, doubled));
    }
  }
}
