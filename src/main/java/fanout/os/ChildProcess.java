package fanout.os;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/// A process that this JVM started.
///
/// Whoever closes it ends it with all below it. It does not end with this JVM by itself: a child
/// whose standard input is a pipe of this JVM sees the end of that, and others need a
/// [ProcessGuard].
public final class ChildProcess implements AutoCloseable {
  /// What a program needs at most to delete its files when it is asked to end.
  private static final Duration GRACE = Duration.ofSeconds(1);

  /// More than any list of benchmarks has.
  private static final int KEPT_BYTES = 4 << 20;

  /// From the end of a process to the end of its outputs, which a process below it may hold open.
  private static final Duration OUTPUT_PATIENCE = Duration.ofSeconds(2);

  private final Process process;

  private ChildProcess(Process process) {
    this.process = process;
  }

  /// Starts a process; nothing is read from it and nothing watches it.
  ///
  /// @throws IOException if there is no such program
  public static ChildProcess start(ProcessBuilder builder) throws IOException {
    return new ChildProcess(ProcessGuard.startGuarded(builder));
  }

  /// Runs a process with nothing on its standard input, and waits for it; it is ended if it takes
  /// longer than `limit`.
  ///
  /// @throws IOException if it cannot be started, or this thread is interrupted
  public static FinishedProcess run(ProcessBuilder builder, Duration limit) throws IOException {
    try (var child = start(builder)) {
      return child.finish(limit);
    }
  }

  /// Waits for the end of a process that reads nothing; it is ended if it takes longer than
  /// `limit`.
  ///
  /// @throws IOException if this thread is interrupted
  public FinishedProcess finish(Duration limit) throws IOException {
    process.getOutputStream().close();
    var out = LastWords.of(output(), "child-stdout", KEPT_BYTES);
    var err = LastWords.of(errors(), "child-stderr", KEPT_BYTES);
    try {
      boolean timedOut = !process.waitFor(limit);
      if (timedOut) {
        end();
      }
      int exitCode = process.waitFor();
      return new FinishedProcess(
          exitCode,
          timedOut,
          out.await(OUTPUT_PATIENCE).lines(),
          err.await(OUTPUT_PATIENCE).lines());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while process " + pid() + " ran", e);
    }
  }

  /// Asks it to end, and kills what is left of it and of all below it a second later.
  public void end() {
    TreeEnding.end(handle(), GRACE);
  }

  /// Ends it at once. What it started itself is left alone, and what it last wrote may be lost.
  public void kill() {
    process.destroyForcibly();
  }

  /// Ends it and all below it at once, unless it has ended.
  @Override
  public void close() {
    if (process.isAlive()) {
      TreeEnding.kill(handle());
    }
  }

  /// Waits for its end, or until the time is over.
  ///
  /// @return whether it has ended
  public boolean awaitEnd(Duration limit) throws InterruptedException {
    return process.waitFor(limit);
  }

  /// Waits for its end.
  ///
  /// @return its exit code, or 128 and the number of the signal that ended it
  public int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /// What it reads.
  public OutputStream input() {
    return process.getOutputStream();
  }

  /// What it writes on standard output.
  public InputStream output() {
    return process.getInputStream();
  }

  /// What it writes on standard error.
  public InputStream errors() {
    return process.getErrorStream();
  }

  /// The id of the process.
  public long pid() {
    return process.pid();
  }

  /// To look at it; whoever wants it ended asks this class.
  public ProcessHandle handle() {
    return process.toHandle();
  }
}
