package fanout.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A file in a folder that a process has locked for as long as it needs the folder. The system
/// takes the lock away from a process that ends, however it does.
final class FolderLock implements AutoCloseable {
  private static final String NAME = ".lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Locks a folder that has just been made. The file gets its name when it is locked, so that
  /// nobody meets one that is not locked yet.
  static FolderLock take(Path folder) throws IOException {
    var fresh = folder.resolve(NAME + ".new");
    var channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw new IOException(fresh + " was locked by somebody else as soon as it was there");
      }
      AtomicFile.publish(fresh, folder.resolve(NAME));
      return new FolderLock(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Takes over a folder whose process has ended; empty where that runs, or where there is no lock.
  /// It must be no folder of this JVM's own, which would lose its lock when this one is closed.
  static Optional<FolderLock> takeOver(Path folder) {
    try {
      var channel =
          FileChannel.open(
              folder.resolve(NAME), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      if (channel.tryLock() != null) {
        return Optional.of(new FolderLock(channel));
      }
      channel.close();
    } catch (IOException | OverlappingFileLockException _) {
      // There is none, or it is somebody else's.
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
