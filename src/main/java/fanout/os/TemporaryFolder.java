package fanout.os;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A folder in the system's temporary one, which nobody but its user can read. It is deleted when
/// it is closed, and with this JVM at the latest. A JVM that is killed leaves it to the next one:
/// see [AbandonedFolders].
public final class TemporaryFolder implements AutoCloseable {
  /// Begins the names of all of them.
  static final String COMMON_PREFIX = "fanout-";

  private static final Set<TemporaryFolder> EXISTING = ConcurrentHashMap.newKeySet();

  static {
    var _ =
        ShutdownHook.install(
            ShutdownHook.Turn.DELETE_FILES, () -> EXISTING.forEach(TemporaryFolder::close));
  }

  private final Path path;

  /// Null where another process holds it.
  private final @Nullable FolderLock lock;

  private TemporaryFolder(Path path, @Nullable FolderLock lock) {
    this.path = path;
    this.lock = lock;
    EXISTING.add(this);
  }

  /// Makes an empty folder.
  ///
  /// @param kind what it is for, as a part of its name such as `stub`
  public static TemporaryFolder create(String kind) throws IOException {
    var parent = Path.of(System.getProperty("java.io.tmpdir"));
    var lock = FolderLock.create(parent, COMMON_PREFIX + kind + "-");
    var created = new TemporaryFolder(lock.folder(), lock);
    try {
      Files.createDirectory(created.path, forItsUserAlone());
      return created;
    } catch (IOException e) {
      created.close();
      throw e;
    }
  }

  /// Takes over a folder that is there, such as one of the parent process, which may be killed.
  public static TemporaryFolder of(Path path) {
    return new TemporaryFolder(path, null);
  }

  private static FileAttribute<?>[] forItsUserAlone() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /// Whether this JVM has that lock.
  static boolean isOwn(Path lockFile) {
    return EXISTING.stream()
        .anyMatch(folder -> folder.lock != null && folder.lock.file().equals(lockFile));
  }

  public Path path() {
    return path;
  }

  /// Deletes it, if that was not done before.
  @Override
  public void close() {
    if (EXISTING.remove(this)) {
      if (lock == null) {
        FolderLock.deleteWithFolder(path);
      } else {
        lock.close();
      }
    }
  }
}
