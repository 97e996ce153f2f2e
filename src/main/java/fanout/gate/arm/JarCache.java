package fanout.gate.arm;

import fanout.os.AtomicFile;
import fanout.os.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// Built jars by commit, inside git's own folder: they survive a clean build and are never
/// committed. The newest few are kept.
///
/// @param folder may be missing
record JarCache(Path folder) {
  private static final int KEPT = 10;

  /// The jars that were kept under `key`.
  Optional<ClassPath> find(String key) throws ArmException {
    var entry = folder.resolve(key);
    if (!Files.isDirectory(entry)) {
      return Optional.empty();
    }
    try {
      Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
    } catch (IOException _) {
      // A cache that cannot be written is still one to read.
    }
    return Optional.of(classPath(entry));
  }

  /// Keeps the jars of a folder, which is moved.
  ClassPath put(String key, Path jars) throws ArmException {
    var entry = folder.resolve(key);
    var fresh = folder.resolve(key + ".new-" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(fresh);
      try (var files = Files.list(jars)) {
        for (var jar : files.toList()) {
          Files.copy(jar, fresh.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      if (!Files.exists(entry)) {
        AtomicFile.publish(fresh, entry);
      }
      return classPath(entry);
    } catch (IOException e) {
      throw ArmException.build("The built jar cannot be kept in " + folder + ": " + e, e);
    } finally {
      Folders.delete(fresh);
      prune();
    }
  }

  static ClassPath classPath(Path entry) throws ArmException {
    try (var files = Files.list(entry)) {
      return new ClassPath(files.sorted().map(Path::toAbsolutePath).toList());
    } catch (IOException e) {
      throw ArmException.build(entry + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void prune() {
    try (var entries = Files.list(folder)) {
      entries
          .sorted(Comparator.comparing(JarCache::lastUse).reversed())
          .skip(KEPT)
          .forEach(Folders::delete);
    } catch (IOException _) {
      // Nothing is kept there, so nothing is too much.
    }
  }

  private static FileTime lastUse(Path entry) {
    try {
      return Files.getLastModifiedTime(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
