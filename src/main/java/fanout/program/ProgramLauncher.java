package fanout.program;

import fanout.os.ChildProcess;
import fanout.os.ShutdownHook;
import fanout.os.TemporaryFolder;
import fanout.vocabulary.Program;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs a program again and again, one process at a time. For one thread. What it starts ends with
/// it, or with this JVM.
public final class ProgramLauncher implements AutoCloseable {
  /// Ten times what the slowest needs: whoever takes longer hangs.
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final TemporaryFolder folder;
  private final File output;
  private final ProcessBuilder builder;
  private final ShutdownHook hook =
      ShutdownHook.install(ShutdownHook.Turn.END_WORK, this::endAndDelete);
  private volatile @Nullable ChildProcess process;
  private volatile boolean closed;

  private ProgramLauncher(TemporaryFolder folder, List<String> command) {
    this.folder = folder;
    this.output = folder.path().resolve("output.txt").toFile();
    this.builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
  }

  /// Makes ready, without starting anything.
  ///
  /// @throws IOException if the script of a program in Python cannot be written
  public static ProgramLauncher open(Program program, ProgramSettings settings) throws IOException {
    var folder = TemporaryFolder.create("program");
    try {
      var script = Python.writeScript(folder.path());
      return of(folder, Programs.command(program, settings, script));
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  static ProgramLauncher of(TemporaryFolder folder, List<String> command) {
    return new ProgramLauncher(folder, command);
  }

  /// Starts the program and waits until it has exited: what is timed. Both its outputs go to a
  /// file.
  ///
  /// @return its exit code
  /// @throws IOException if it does not start, or does not end within a minute
  public int run() throws IOException, InterruptedException {
    var running = ChildProcess.start(builder);
    process = running;
    if (closed) { // Whoever closed this between the two lines above saw no process to end.
      end();
    }
    if (!running.awaitEnd(LIMIT)) {
      end();
      throw new IOException(
          "It did not end within "
              + LIMIT.toSeconds()
              + " s: "
              + String.join(" ", builder.command()));
    }
    return running.awaitEnd();
  }

  /// What the last run printed.
  public String output() throws IOException {
    return Files.readString(output.toPath(), StandardCharsets.UTF_8);
  }

  /// The temporary folder, which is gone when this is closed.
  Path folder() {
    return folder.path();
  }

  private void end() {
    var running = process;
    if (running != null) {
      running.close();
    }
  }

  /// For a JVM that ends without closing this: JMH tears nothing down where a benchmark failed.
  private void endAndDelete() {
    closed = true;
    end();
    folder.close();
  }

  @Override
  public void close() {
    endAndDelete();
    hook.close();
  }
}
