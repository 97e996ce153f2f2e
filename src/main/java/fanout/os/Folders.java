package fanout.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Deletes whole folders.
public final class Folders {
  private Folders() {}

  /// Deletes what is there of `folder`; what cannot be deleted stays.
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.deleteIfExists(file);
            } catch (IOException _) {
              // Somebody else's file, or one that is in use: the rest goes nevertheless.
            }
          });
    } catch (IOException | UncheckedIOException _) {
      // It vanished meanwhile.
    }
  }
}
