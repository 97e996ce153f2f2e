package fanout.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A file beside a folder that a process has locked for as long as it needs the folder. The system
/// takes the lock away from a process that ends, however it does.
///
/// The file is there before the folder and goes after it: a process that is killed while it makes
/// or deletes the folder leaves one that is known to be abandoned.
final class FolderLock implements AutoCloseable {
  /// Ends the names of all of them.
  static final String SUFFIX = ".lock";

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Locks a name for a folder, which is not made yet.
  ///
  /// @param prefix begins the name
  static FolderLock create(Path parent, String prefix) throws IOException {
    while (true) {
      var taken = takeOver(Files.createTempFile(parent, prefix, SUFFIX));
      if (taken.isPresent()) {
        return taken.get();
      }
      // Somebody who looked for abandoned folders was quicker, and has deleted it.
    }
  }

  /// Takes the lock of a process that has ended; empty where that runs. It must be none of this
  /// JVM's own, which would be lost when this one is closed.
  static Optional<FolderLock> takeOver(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try {
      if (channel.tryLock() != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(new FolderLock(file, channel));
      }
    } catch (OverlappingFileLockException _) {
      // It is this JVM's own.
    }
    channel.close();
    return Optional.empty();
  }

  /// The folder that it is for.
  Path folder() {
    var name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - SUFFIX.length()));
  }

  Path file() {
    return file;
  }

  /// Deletes the folder, and then the file.
  @Override
  public void close() {
    try (channel) {
      deleteWithFolder(folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Deletes a folder that is needed no more, and then its file, whoever has locked it.
  static void deleteWithFolder(Path folder) {
    Folders.delete(folder);
    Folders.delete(folder.resolveSibling(folder.getFileName() + SUFFIX));
  }
}
