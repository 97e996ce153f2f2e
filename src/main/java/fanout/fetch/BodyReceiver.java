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

/// Receives a body into one array, of the announced length where that is moderate, which the
/// client's own subscriber would copy; beyond that the array grows with what has come. Gives up,
/// and so closes the connection, when its time is over or the body is too long.
final class BodyReceiver implements BodySubscriber<byte[]> {
  /// What a server may announce without having sent it: more than any of the six bodies.
  static final int TRUSTED_BYTES = 2 << 20;

  private static final int FIRST_GUESS_BYTES = 16 * 1024;

  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final long announcedBytes;
  private final int maxBytes;
  private final BodyMemory memory;
  private final long nanosLeft;
  private final LongConsumer atLastByte;
  private byte[] bytes = {};
  private int length;
  private long reservedBytes;
  private boolean released;

  /// @param announcedBytes at most `maxBytes`, or negative where the length is not known
  /// @param maxBytes of the body
  /// @param memory where room is taken, until [#release]
  /// @param atLastByte is given [System#nanoTime()] when the body is complete
  BodyReceiver(
      long announcedBytes,
      int maxBytes,
      BodyMemory memory,
      long nanosLeft,
      LongConsumer atLastByte) {
    this.announcedBytes = announcedBytes;
    this.maxBytes = maxBytes;
    this.memory = memory;
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
                release();
              }
            });
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    try {
      for (var buffer : buffers) {
        int added = buffer.remaining();
        if (added > maxBytes - length) {
          throw tooLong(maxBytes);
        }
        makeRoom(length + added);
        buffer.get(bytes, length, added);
        length += added;
      }
    } catch (IOException | OutOfMemoryError e) {
      body.completeExceptionally(e);
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

  /// Gives the body's room back: it is decoded, or nobody wants it. Nothing more is received.
  synchronized void release() {
    released = true;
    memory.release(reservedBytes);
    reservedBytes = 0;
  }

  /// How much has come, once it is known that no more will: `after 4 of 100 bytes of the body`.
  String soFar() {
    return announcedBytes < 0
        ? "after " + length + " bytes of the body"
        : "after " + length + " of " + announcedBytes + " bytes of the body";
  }

  static ResponseRejectedException tooLong(int maxBytes) {
    return new ResponseRejectedException(
        "sent a body of more than " + Bytes.inWords(maxBytes) + ", which is not read");
  }

  private void makeRoom(int needed) throws IOException {
    if (needed > bytes.length) {
      long wanted = bytes.length == 0 ? firstBytes() : 2L * bytes.length;
      long most = announcedBytes < 0 ? maxBytes : announcedBytes;
      int size = (int) Math.max(needed, Math.min(wanted, most));
      reserve(size - bytes.length);
      bytes = Arrays.copyOf(bytes, size);
    }
  }

  private long firstBytes() {
    return announcedBytes < 0 ? FIRST_GUESS_BYTES : Math.min(announcedBytes, TRUSTED_BYTES);
  }

  private synchronized void reserve(long more) throws IOException {
    if (released) {
      throw new IOException("nobody wants this body any more");
    }
    memory.reserve(more);
    reservedBytes += more;
  }
}
