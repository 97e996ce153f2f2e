package fanout.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A folder in the system's temporary one. It is deleted when it is closed, and with this JVM at
/// the latest, unless that is killed.
public final class TemporaryFolder implements AutoCloseable {
  private static final Set<Path> EXISTING = ConcurrentHashMap.newKeySet();

  static {
    var _ = ShutdownHook.install("temporary-folders", () -> EXISTING.forEach(Folders::delete));
  }

  private final Path path;

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  /// Makes an empty folder, whose name begins with `prefix`.
  public static TemporaryFolder create(String prefix) throws IOException {
    return of(Files.createTempDirectory(prefix));
  }

  /// Takes over a folder that is there, such as one of the parent process.
  public static TemporaryFolder of(Path path) {
    EXISTING.add(path);
    return new TemporaryFolder(path);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    Folders.delete(path);
    EXISTING.remove(path);
  }
}
