package fanout.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A folder in the system's temporary one, which nobody but its user can read. It is deleted when
/// it is closed, and with this JVM at the latest. A JVM that is killed leaves it to the next one:
/// see [AbandonedFolders].
public final class TemporaryFolder implements AutoCloseable {
  /// Begins the names of all of them.
  static final String COMMON_PREFIX = "fanout-";

  private static final Set<Path> EXISTING = ConcurrentHashMap.newKeySet();

  static {
    var _ =
        ShutdownHook.install(
            ShutdownHook.Turn.DELETE_FILES, () -> EXISTING.forEach(Folders::delete));
  }

  private final Path path;

  /// Null where another process holds it.
  private final @Nullable FolderLock lock;

  private TemporaryFolder(Path path, @Nullable FolderLock lock) {
    this.path = path;
    this.lock = lock;
    EXISTING.add(path);
  }

  /// Makes an empty folder.
  ///
  /// @param kind what it is for, as a part of its name such as `stub`
  public static TemporaryFolder create(String kind) throws IOException {
    var path = Files.createTempDirectory(COMMON_PREFIX + kind + "-");
    try {
      return new TemporaryFolder(path, FolderLock.take(path));
    } catch (IOException e) {
      Folders.delete(path);
      throw e;
    }
  }

  /// Takes over a folder that is there, such as one of the parent process.
  public static TemporaryFolder of(Path path) {
    return new TemporaryFolder(path, null);
  }

  /// Whether this JVM has the folder.
  static boolean isOwn(Path folder) {
    return EXISTING.contains(folder);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    Folders.delete(path);
    EXISTING.remove(path);
    if (lock != null) {
      lock.close();
    }
  }
}
