package fanout.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Reads what a run has written, and no more than that can be.
public final class ResultText {
  /// Ten times the largest file of the longest run.
  private static final long MOST_BYTES = 64L << 20;

  private ResultText() {}

  /// The text of a file, in UTF-8.
  ///
  /// @throws ResultException if it is missing, no file, longer than any that a run writes, or no
  ///   text
  public static String of(Path file) throws ResultException {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new ResultException(file + " cannot be read: it is no file", null);
      }
      long bytes = Files.size(file);
      if (bytes > MOST_BYTES) {
        throw new ResultException(
            String.format(
                Locale.ROOT,
                "%s has %,d bytes, and what a run writes has %,d at most",
                file,
                bytes,
                MOST_BYTES),
            null);
      }
      return Files.readString(file);
    } catch (ResultException e) {
      throw e;
    } catch (IOException e) {
      throw ResultException.unreadable(file, e);
    }
  }
}
