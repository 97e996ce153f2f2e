package fanout.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a text under another name first, so that nobody reads half a file.
public final class AtomicFile {
  private AtomicFile() {}

  /// Writes `file`, in a folder that is made where it is missing.
  ///
  /// @throws IOException with one sentence, if it cannot be written
  public static Path write(Path file, String text) throws IOException {
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      return writeAside(file, text);
    } catch (IOException e) {
      throw new IOException(file + " cannot be written: " + e, e);
    }
  }

  private static Path writeAside(Path file, String text) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(fresh, text);
      return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
