package fanout.measure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// One measurement at a time on a machine. The lock is JMH's own file, which JMH itself locks for
/// no longer than a fork: held for a whole run, it keeps every other JMH away between forks too.
/// The system takes it away from a process that ends, however it does.
public final class MachineLock implements AutoCloseable {
  /// The system property by which JMH passes over its lock. Whoever sets it, such as a test, has no
  /// lock of this class either.
  public static final String IGNORE = "jmh.ignoreLock";

  private static final String NAME = "jmh.lock";

  private final FileChannel channel;
  private boolean isHeld;

  private MachineLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Opens the lock, without taking it; empty where it is to be ignored.
  ///
  /// @throws IOException with one sentence, if the file cannot be opened
  public static Optional<MachineLock> open() throws IOException {
    if (Boolean.getBoolean(IGNORE)) {
      return Optional.empty();
    }
    var file = Path.of(System.getProperty("java.io.tmpdir"), NAME);
    try {
      return Optional.of(new MachineLock(channel(file)));
    } catch (IOException e) {
      throw new IOException(
          "The lock " + file + " of runs on this machine cannot be opened: " + e, e);
    }
  }

  /// In a folder of everybody's, many systems let nobody open somebody else's file as one to
  /// create.
  private static FileChannel channel(Path file) throws IOException {
    try {
      return FileChannel.open(
          file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException _) {
      var channel =
          FileChannel.open(
              file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      // For the runs of others too, as JMH has it.
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
      return channel;
    }
  }

  /// Takes the lock, unless another process has it. JMH in this JVM then does without.
  ///
  /// @param command what others are told of this run
  /// @return whether it was taken
  public boolean tryTake(String command) throws IOException {
    if (channel.tryLock() == null) {
      return false;
    }
    isHeld = true;
    LockHolder.ofThisJvm(command).write(channel);
    System.setProperty(IGNORE, "true");
    return true;
  }

  /// Who has it, for people.
  public String holder() throws IOException {
    return LockHolder.read(channel)
        .map(LockHolder::describe)
        .orElse("a JMH, which holds " + Path.of(System.getProperty("java.io.tmpdir"), NAME));
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (isHeld) {
        channel.truncate(0);
        System.clearProperty(IGNORE);
      }
    }
  }
}
