package fanout.os;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The end of what a process prints, in bounded memory, however much and in however long lines.
public final class LastWords {
  private final int keptBytes;
  private byte[] buffer = new byte[0];
  private int length;
  private @Nullable Thread reader;

  /// Keeps the last `keptBytes` of what is added.
  public LastWords(int keptBytes) {
    this.keptBytes = keptBytes;
  }

  /// Reads `in` to its end on a daemon thread, so that whoever writes never waits for a reader.
  ///
  /// @param name of the thread
  public static LastWords of(InputStream in, String name, int keptBytes) {
    var words = new LastWords(keptBytes);
    words.reader = Thread.ofPlatform().daemon().name(name).start(() -> words.drain(in));
    return words;
  }

  /// Adds what was printed.
  public void add(byte[] bytes) {
    add(bytes, bytes.length);
  }

  /// Waits for the end of the stream, but no longer than `patience`: what has come until then is
  /// kept in any case.
  public LastWords await(Duration patience) throws InterruptedException {
    if (reader != null) {
      var _ = reader.join(patience);
    }
    return this;
  }

  /// What is kept, without blanks at both ends.
  public synchronized String text() {
    int from = Math.max(0, length - keptBytes);
    return new String(buffer, from, length - from, StandardCharsets.UTF_8).strip();
  }

  /// The lines of what is kept, as they were printed.
  public synchronized List<String> lines() {
    int from = Math.max(0, length - keptBytes);
    return new String(buffer, from, length - from, StandardCharsets.UTF_8).lines().toList();
  }

  /// The last `count` different lines that say something, in one.
  public static String inOneLine(Stream<String> lines, int count) {
    var words = lines.map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    return words.stream()
        .skip(Math.max(0, words.size() - count))
        .collect(Collectors.joining(" / "));
  }

  private void drain(InputStream in) {
    var chunk = new byte[8192];
    try (in) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        add(chunk, read);
      }
    } catch (IOException _) {
      // The process is gone, and its pipe with it: what came before is kept.
    }
  }

  /// Drops the beginning only now and then, so that each byte is moved about once.
  private synchronized void add(byte[] bytes, int count) {
    int keep = length + count > 2L * keptBytes ? Math.min(length, keptBytes) : length;
    if (keep < length) {
      System.arraycopy(buffer, length - keep, buffer, 0, keep);
      length = keep;
    }
    if (length + count > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(length + count, 2 * buffer.length));
    }
    System.arraycopy(bytes, 0, buffer, length, count);
    length += count;
  }
}
