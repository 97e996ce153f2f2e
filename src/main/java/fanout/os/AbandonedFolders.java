package fanout.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Temporary folders of processes that were killed. A folder that is in use is locked; see
/// [FolderLock].
public final class AbandonedFolders {
  private static final String LOCKS = TemporaryFolder.COMMON_PREFIX + "*" + FolderLock.SUFFIX;

  private AbandonedFolders() {}

  /// Deletes them.
  public static void delete() {
    deleteIn(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static void deleteIn(Path temporary) {
    try (var files = Files.newDirectoryStream(temporary, LOCKS)) {
      for (var file : files) {
        deleteAbandoned(file);
      }
    } catch (IOException _) {
      // What cannot be listed stays.
    }
  }

  private static void deleteAbandoned(Path file) {
    if (TemporaryFolder.isOwn(file)) {
      return;
    }
    try {
      FolderLock.takeOver(file).ifPresent(FolderLock::close);
    } catch (IOException _) {
      // It vanished meanwhile, or is somebody else's.
    }
  }
}
