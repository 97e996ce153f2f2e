package fanout.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The temporary folder that a stub serves. It goes with the stub, and with the JVM at the latest,
/// also where Ctrl-C comes before the stub has started.
final class StubFolder {
  private static final Set<Path> EXISTING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> EXISTING.forEach(StubFolder::delete), "stub-folders"));
  }

  private StubFolder() {}

  /// A new folder that holds `payloads`.
  ///
  /// @throws StubException if it cannot be written
  static Path create(Payloads payloads) throws StubException {
    var folder = create();
    try {
      fill(folder, payloads);
      return folder;
    } catch (StubException e) {
      delete(folder);
      throw e;
    }
  }

  /// A new folder that is empty.
  ///
  /// @throws StubException if it cannot be made
  static Path create() throws StubException {
    try {
      var folder = Files.createTempDirectory("fanout-stub-");
      deleteAtExit(folder);
      return folder;
    } catch (IOException e) {
      throw new StubException("The stub's folder cannot be made: " + e, e);
    }
  }

  static void fill(Path folder, Payloads payloads) throws StubException {
    try {
      payloads.writeTo(folder);
    } catch (IOException e) {
      throw new StubException("The stub's files cannot be written: " + e, e);
    }
  }

  static void deleteAtExit(Path folder) {
    EXISTING.add(folder);
  }

  /// Deletes what there is of the folder: another process may be deleting it too.
  static void delete(Path folder) {
    try {
      Files.walkFileTree(folder, new Deletion());
      EXISTING.remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The stub's folder cannot be deleted: " + folder, e);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
