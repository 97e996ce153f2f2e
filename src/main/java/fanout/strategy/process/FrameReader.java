package fanout.strategy.process;

import fanout.fetch.Decoding;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchSettings;
import fanout.fetch.Repeats;
import fanout.fetch.ResponseMode;
import fanout.vocabulary.Content;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Reads frames from a pipe and believes nothing: whatever is no frame is a [FrameException]. Not
/// thread-safe.
final class FrameReader {
  private static final int RUBBISH_SHOWN_BYTES = 200;

  private final InputStream in;
  private byte[] scratch = new byte[512];

  /// Frames from `in`, which should buffer.
  FrameReader(InputStream in) {
    this.in = in;
  }

  /// Waits for the next frame.
  ///
  /// @return null if the pipe ended before it
  /// @throws FrameException if what came is no frame
  @Nullable Frame read() throws IOException {
    return readAfterRubbish(0);
  }

  /// Waits for the next frame, and skips up to `rubbishBytes` of anything else before it, such as
  /// what the JVM prints when it starts.
  ///
  /// @return null if the pipe ended before it
  /// @throws FrameException if no frame came within `rubbishBytes`
  @Nullable Frame readAfterRubbish(int rubbishBytes) throws IOException {
    if (in.readNBytes(scratch, 0, Integer.BYTES) < Integer.BYTES) {
      return null;
    }
    int magic = ByteBuffer.wrap(scratch).getInt();
    for (int skipped = 0; magic != FrameFormat.MAGIC; skipped++) {
      if (skipped == rubbishBytes) {
        throw new FrameException("wrote rubbish instead of a frame: " + shown(magic));
      }
      int next = in.read();
      if (next < 0) {
        return null;
      }
      magic = magic << 8 | next;
    }
    ByteBuffer header = readFully(FrameFormat.HEADER_BYTES - Integer.BYTES);
    requireVersion(header.get());
    FrameType type = FrameType.of(header.get());
    return read(type, requireLength(type, header.getInt()));
  }

  private Frame read(FrameType type, int length) throws IOException {
    if (type == FrameType.RESULT) {
      return result(length);
    }
    ByteBuffer fields = readFully(length);
    try {
      Frame frame = parse(type, fields);
      if (fields.hasRemaining()) {
        throw new FrameException(
            "wrote " + fields.remaining() + " bytes too many in a frame of type " + type);
      }
      return frame;
    } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
      throw new FrameException("wrote a broken frame of type " + type + ": " + e);
    }
  }

  private Frame parse(FrameType type, ByteBuffer fields) {
    return switch (type) {
      case SETTINGS -> settings(fields);
      case FETCH -> new Frame.Fetch(fields.getLong(), endpoint(fields), duration(fields));
      case CANCEL -> new Frame.Cancel(fields.getLong());
      case ECHO -> new Frame.Echo(fields.getLong());
      case HELLO -> new Frame.Hello();
      case STARTED -> new Frame.Started(fields.getLong(), fields.getLong());
      case RESULT -> throw new AssertionError(type);
      case FAILURE -> new Frame.Failure(fields.getLong(), text(fields));
    };
  }

  private static Frame settings(ByteBuffer fields) {
    var baseUri = URI.create(text(fields));
    var deadline = duration(fields);
    var mode = ResponseMode.valueOf(text(fields));
    var decoding = Decoding.valueOf(text(fields));
    int maxBodyBytes = fields.getInt();
    var repeats = new Repeats(fields.getInt(), fields.getInt());
    return new Frame.Settings(
        new FetchSettings(baseUri, deadline, mode, maxBodyBytes, decoding, repeats),
        fields.get() != 0);
  }

  private static Duration duration(ByteBuffer fields) {
    return Duration.ofSeconds(fields.getLong(), fields.getInt());
  }

  private static Endpoint endpoint(ByteBuffer fields) {
    return new Endpoint(text(fields), URI.create(text(fields)), Content.valueOf(text(fields)));
  }

  /// Reads the body straight into an array of its size.
  private Frame result(int length) throws IOException {
    if (length < FrameFormat.RESULT_BYTES) {
      throw new FrameException("wrote a result of " + length + " bytes");
    }
    ByteBuffer fields = readFully(FrameFormat.RESULT_BYTES);
    long id = fields.getLong();
    int status = fields.getInt();
    long bytes = fields.getLong();
    int items = fields.getInt();
    int requests = fields.getInt();
    boolean hasBody = fields.get() != 0;
    byte[] body = new byte[length - FrameFormat.RESULT_BYTES];
    requireAll(in.readNBytes(body, 0, body.length), body.length);
    return new Frame.Result(
        id,
        status,
        bytes,
        items,
        requests,
        hasBody ? ByteBuffer.wrap(body).asReadOnlyBuffer() : null,
        fields.getLong(),
        fields.getLong(),
        fields.getLong(),
        fields.getLong());
  }

  private static String text(ByteBuffer fields) {
    int length = fields.getInt();
    if (length < 0 || length > fields.remaining()) {
      throw new BufferUnderflowException();
    }
    var text =
        new String(
            fields.array(),
            fields.arrayOffset() + fields.position(),
            length,
            StandardCharsets.UTF_8);
    fields.position(fields.position() + length);
    return text;
  }

  private ByteBuffer readFully(int length) throws IOException {
    if (scratch.length < length) {
      scratch = new byte[length];
    }
    requireAll(in.readNBytes(scratch, 0, length), length);
    return ByteBuffer.wrap(scratch, 0, length);
  }

  private static void requireAll(int got, int expected) throws FrameException {
    if (got < expected) {
      throw new FrameException(
          "ended in the middle of a frame: expected " + expected + " bytes, got " + got);
    }
  }

  private static void requireVersion(byte version) throws FrameException {
    if (version != FrameFormat.VERSION) {
      throw new FrameException(
          "speaks version " + version + " of the protocol instead of " + FrameFormat.VERSION);
    }
  }

  private static int requireLength(FrameType type, int length) throws FrameException {
    if (length < 0 || length > type.maxLength()) {
      throw new FrameException(
          "announced a frame of type " + type + " of " + Integer.toUnsignedLong(length) + " bytes");
    }
    return length;
  }

  /// The first four bytes of rubbish and what else has arrived, as far as it is short.
  private String shown(int first) throws IOException {
    byte[] rest = in.readNBytes(Math.min(in.available(), RUBBISH_SHOWN_BYTES));
    byte[] all = ByteBuffer.allocate(Integer.BYTES + rest.length).putInt(first).put(rest).array();
    return new String(all, StandardCharsets.UTF_8).strip();
  }
}
