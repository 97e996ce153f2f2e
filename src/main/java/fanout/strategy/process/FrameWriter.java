package fanout.strategy.process;

import fanout.fetch.Endpoint;
import fanout.fetch.FetchSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Writes frames to a pipe. Frames gather in a buffer until [#flush()], so that several go out in
/// one system call; a body passes through the same buffer in parts and is never held twice. Not
/// thread-safe.
final class FrameWriter {
  /// A Linux pipe holds as much.
  private static final int BUFFER_BYTES = 64 << 10;

  /// Seconds, and nanoseconds beyond them.
  private static final int DURATION_BYTES = Long.BYTES + Integer.BYTES;

  private final OutputStream out;
  private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  /// Frames for `out`, which should not buffer by itself.
  FrameWriter(OutputStream out) {
    this.out = out;
  }

  void add(Frame frame) throws IOException {
    switch (frame) {
      case Frame.Settings settings -> addSettings(settings);
      case Frame.Fetch fetch -> addFetch(fetch);
      case Frame.Cancel cancel -> begin(FrameType.CANCEL, Long.BYTES).putLong(cancel.id());
      case Frame.Echo echo -> begin(FrameType.ECHO, Long.BYTES).putLong(echo.id());
      case Frame.Hello _ -> begin(FrameType.HELLO, 0);
      case Frame.Started started ->
          begin(FrameType.STARTED, 2 * Long.BYTES)
              .putLong(started.id())
              .putLong(started.startedNs());
      case Frame.Result result -> addResult(result);
      case Frame.Failure failure -> addFailure(failure);
    }
  }

  void flush() throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    out.flush();
    buffer.clear();
  }

  private void addSettings(Frame.Settings frame) throws IOException {
    FetchSettings settings = frame.settings();
    byte[] baseUri = utf8(settings.baseUri().toString());
    byte[] mode = utf8(settings.responseMode().name());
    byte[] decoding = utf8(settings.decoding().name());
    int texts = textBytes(baseUri) + textBytes(mode) + textBytes(decoding);
    begin(FrameType.SETTINGS, texts + DURATION_BYTES + 3 * Integer.BYTES + 1);
    putText(baseUri);
    putDuration(settings.deadline());
    putText(mode);
    putText(decoding);
    buffer
        .putInt(settings.maxBodyBytes())
        .putInt(settings.repeats().retries())
        .putInt(settings.repeats().hedgePercentile())
        .put(flag(frame.listening()));
  }

  private void addFetch(Frame.Fetch fetch) throws IOException {
    Endpoint endpoint = fetch.endpoint();
    byte[] name = utf8(endpoint.name());
    byte[] location = utf8(endpoint.location().toString());
    byte[] content = utf8(endpoint.content().name());
    int texts = textBytes(name) + textBytes(location) + textBytes(content);
    begin(FrameType.FETCH, Long.BYTES + texts + DURATION_BYTES).putLong(fetch.id());
    putText(name);
    putText(location);
    putText(content);
    putDuration(fetch.pause());
  }

  private void addFailure(Frame.Failure failure) throws IOException {
    byte[] what = utf8(failure.what());
    begin(FrameType.FAILURE, Long.BYTES + textBytes(what)).putLong(failure.id());
    putText(what);
  }

  private void addResult(Frame.Result result) throws IOException {
    ByteBuffer body = result.body();
    int bodyBytes = body == null ? 0 : body.remaining();
    begin(FrameType.RESULT, FrameFormat.RESULT_BYTES, bodyBytes)
        .putLong(result.id())
        .putInt(result.status())
        .putLong(result.bytes())
        .putInt(result.items())
        .putInt(result.requests())
        .put(flag(body != null))
        .putLong(result.startedNs())
        .putLong(result.firstByteNs())
        .putLong(result.receivedNs())
        .putLong(result.finishedNs());
    if (body != null) {
      addBody(body.duplicate());
    }
  }

  private void addBody(ByteBuffer body) throws IOException {
    while (body.hasRemaining()) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int part = Math.min(buffer.remaining(), body.remaining());
      buffer.put(body.slice(body.position(), part));
      body.position(body.position() + part);
    }
  }

  private ByteBuffer begin(FrameType type, int length) throws IOException {
    return begin(type, length, 0);
  }

  /// Writes the header and makes room for `length` bytes; `bodyBytes` more follow in parts.
  private ByteBuffer begin(FrameType type, int length, int bodyBytes) throws IOException {
    if (length > type.maxLength() || bodyBytes > FrameFormat.MAX_BODY_BYTES) {
      throw new IllegalArgumentException(
          "A frame of type "
              + type
              + " holds at most "
              + type.maxLength()
              + " bytes, got: "
              + ((long) length + bodyBytes));
    }
    makeRoom(FrameFormat.HEADER_BYTES + length);
    return buffer
        .putInt(FrameFormat.MAGIC)
        .put(FrameFormat.VERSION)
        .put(type.code())
        .putInt(length + bodyBytes);
  }

  private void makeRoom(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
      if (buffer.capacity() < bytes) {
        buffer = ByteBuffer.allocate(bytes);
      }
    }
  }

  private void putText(byte[] utf8) {
    buffer.putInt(utf8.length).put(utf8);
  }

  private void putDuration(Duration duration) {
    buffer.putLong(duration.toSeconds()).putInt(duration.toNanosPart());
  }

  private static int textBytes(byte[] utf8) {
    return Integer.BYTES + utf8.length;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte flag(boolean value) {
    return (byte) (value ? 1 : 0);
  }
}
