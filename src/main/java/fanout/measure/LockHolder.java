package fanout.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import fanout.os.ForeignText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.Optional;

/// The process that has the [MachineLock], as it says in the file.
///
/// @param pid its id
/// @param startedAt when it started, as another process may have that id later
/// @param command what it runs
record LockHolder(long pid, Instant startedAt, String command) {
  private static final int MOST_BYTES = 1000;
  private static final int PARTS = 3;

  static LockHolder ofThisJvm(String command) {
    var self = ProcessHandle.current();
    return new LockHolder(self.pid(), startOf(self), command);
  }

  void write(FileChannel channel) throws IOException {
    var text = pid + " " + startedAt + " " + command;
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)), 0);
  }

  /// The process that the file names; empty where it has ended, and another has the lock that says
  /// nothing of itself.
  static Optional<LockHolder> read(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(MOST_BYTES);
    channel.read(bytes, 0);
    var parts = new String(bytes.array(), 0, bytes.position(), UTF_8).split(" ", PARTS);
    try {
      return parts.length == PARTS
          ? Optional.of(new LockHolder(Long.parseLong(parts[0]), Instant.parse(parts[1]), parts[2]))
              .filter(LockHolder::runs)
          : Optional.empty();
    } catch (RuntimeException _) {
      return Optional.empty(); // Anybody may write into it.
    }
  }

  /// For people.
  String describe() {
    return "process %s, %s".formatted(pid, ForeignText.printable(command));
  }

  private boolean runs() {
    return ProcessHandle.of(pid).filter(process -> startOf(process).equals(startedAt)).isPresent();
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
