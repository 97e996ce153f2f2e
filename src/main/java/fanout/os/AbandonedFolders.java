package fanout.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Temporary folders of processes that were killed. A folder that is in use is locked; see
/// [FolderLock].
public final class AbandonedFolders {
  private AbandonedFolders() {}

  /// Deletes them.
  public static void delete() {
    deleteIn(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static void deleteIn(Path temporary) {
    try (var folders = Files.newDirectoryStream(temporary, TemporaryFolder.COMMON_PREFIX + "*")) {
      for (var folder : folders) {
        deleteAbandoned(folder);
      }
    } catch (IOException _) {
      // What cannot be listed stays.
    }
  }

  private static void deleteAbandoned(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || TemporaryFolder.isOwn(folder)) {
      return;
    }
    FolderLock.takeOver(folder)
        .ifPresent(lock -> {
          try (lock) {
            Folders.delete(folder);
          }
        });
  }
}
