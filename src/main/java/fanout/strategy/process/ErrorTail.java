package fanout.strategy.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;

/// Reads what a process writes on standard error, so that it never waits for a reader, and keeps
/// the end of it.
final class ErrorTail {
  private static final int KEPT_BYTES = 4096;

  private final InputStream in;
  private final Thread reader;
  private byte[] tail = new byte[0];

  private ErrorTail(InputStream in, String name) {
    this.in = in;
    this.reader = Thread.ofPlatform().daemon().name(name).unstarted(this::drain);
  }

  /// Reads `in` to its end, on a daemon thread called `name`.
  static ErrorTail of(InputStream in, String name) {
    var tail = new ErrorTail(in, name);
    tail.reader.start();
    return tail;
  }

  /// The last lines, after the end of the stream; what there is if that takes longer than
  /// `patience`.
  String await(Duration patience) throws InterruptedException {
    var _ = reader.join(patience);
    synchronized (this) {
      return new String(tail, Charset.defaultCharset()).strip();
    }
  }

  private void drain() {
    var chunk = new byte[KEPT_BYTES];
    try (in) {
      for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
        keep(chunk, length);
      }
    } catch (IOException _) {
      // The process is gone, and its pipe with it: what came before is kept.
    }
  }

  private synchronized void keep(byte[] chunk, int length) {
    var all = Arrays.copyOf(tail, tail.length + length);
    System.arraycopy(chunk, 0, all, tail.length, length);
    tail = Arrays.copyOfRange(all, Math.max(0, all.length - KEPT_BYTES), all.length);
  }
}
