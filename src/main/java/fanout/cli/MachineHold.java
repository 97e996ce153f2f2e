package fanout.cli;

import fanout.measure.MachineLock;
import fanout.measure.StopSignal;
import fanout.os.AbandonedFolders;
import fanout.os.DiskSpace;
import fanout.os.ProcessGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a command has while it measures: the machine for itself, and a guard that ends what it
/// starts if it is killed. What one that was killed has left is deleted first.
public final class MachineHold implements AutoCloseable {
  /// Several times what the longest run writes, and the bodies of a stub.
  private static final long NEEDED_BYTES = 50L << 20;

  private static final Duration LOOK = Duration.ofMillis(100);

  private final Optional<MachineLock> lock;
  private final ProcessGuard guard;

  private MachineHold(Optional<MachineLock> lock) throws IOException {
    this.lock = lock;
    this.guard = ProcessGuard.start();
  }

  /// What a command does where another run has the machine.
  ///
  /// @param waits whether it waits for the end of that
  /// @param otherwise its exit code where it does not wait, or is stopped meanwhile
  public record WhenBusy(boolean waits, ExitCode otherwise) {}

  /// Takes the machine.
  ///
  /// @param command what others are told of this run; see [#commandLine]
  /// @param results where the run will write
  /// @param lines hears what is waited for
  /// @param stop ends the waiting
  /// @throws CommandException if another run has it, with the process and what that runs
  /// @throws IOException with one sentence, if the disk is nearly full
  public static MachineHold take(
      String command, Path results, WhenBusy whenBusy, Consumer<String> lines, StopSignal stop)
      throws IOException {
    var lock = MachineLock.open();
    try {
      if (lock.isPresent()) {
        take(lock.get(), command, whenBusy, lines, stop);
      }
      AbandonedFolders.delete();
      DiskSpace.require(results, NEEDED_BYTES);
      DiskSpace.require(Path.of(System.getProperty("java.io.tmpdir")), NEEDED_BYTES);
      return new MachineHold(lock);
    } catch (IOException | RuntimeException e) {
      if (lock.isPresent()) {
        lock.get().close();
      }
      throw e;
    }
  }

  private static void take(
      MachineLock lock, String command, WhenBusy whenBusy, Consumer<String> lines, StopSignal stop)
      throws IOException {
    boolean waits = false;
    while (!lock.tryTake(command)) {
      if (!whenBusy.waits()) {
        throw new CommandException(
            whenBusy.otherwise(),
            "Another run measures on this machine, and both would be wrong: %s; --wait waits for its end"
                .formatted(lock.holder()));
      }
      if (!waits) {
        waits = true;
        lines.accept("Waiting for another run on this machine to end: " + lock.holder() + ".");
      }
      if (stop.stoppedWithin(LOOK)) {
        throw new CommandException(
            whenBusy.otherwise(), "It was stopped while it waited for another run to end");
      }
    }
  }

  /// A command as others are told of it: without options that are empty, which Maven's profiles
  /// pass.
  public static String commandLine(String name, List<String> args) {
    return Stream.concat(Stream.of(name), args.stream().filter(argument -> !argument.endsWith("=")))
        .collect(Collectors.joining(" "));
  }

  @Override
  public void close() throws IOException {
    guard.close();
    if (lock.isPresent()) {
      lock.get().close();
    }
  }
}
