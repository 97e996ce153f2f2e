package fanout.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes under another name first, and then moves, so that nobody sees half a file or folder.
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

  /// Gives what was finished under another name its own, in one step. What has that name is
  /// replaced; a folder only where it is empty.
  ///
  /// @throws IOException if both do not lie in one file system, or it cannot be written
  public static Path publish(Path finished, Path target) throws IOException {
    return Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path writeAside(Path file, String text) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(fresh, text);
      return publish(fresh, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
