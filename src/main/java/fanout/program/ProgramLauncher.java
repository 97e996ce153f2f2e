package fanout.program;

import fanout.vocabulary.Program;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs a program again and again, one process at a time. For one thread. What it starts ends with
/// it, or with this JVM.
public final class ProgramLauncher implements AutoCloseable {
  /// Ten times what the slowest needs: whoever takes longer hangs.
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path folder;
  private final File output;
  private final ProcessBuilder builder;
  private final Thread hook = new Thread(this::endAndDelete, "end-program");
  private volatile @Nullable Process process;
  private volatile boolean closed;

  private ProgramLauncher(Path folder, List<String> command) {
    this.folder = folder;
    this.output = folder.resolve("output.txt").toFile();
    this.builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
  }

  /// Makes ready, without starting anything.
  ///
  /// @throws IOException if the script of a program in Python cannot be written
  public static ProgramLauncher open(Program program, ProgramSettings settings) throws IOException {
    var folder = Files.createTempDirectory("fanout-program");
    var script = Python.writeScript(folder);
    return of(folder, Programs.command(program, settings, script));
  }

  static ProgramLauncher of(Path folder, List<String> command) {
    var launcher = new ProgramLauncher(folder, command);
    Runtime.getRuntime().addShutdownHook(launcher.hook);
    return launcher;
  }

  /// Starts the program and waits until it has exited: what is timed. Both its outputs go to a
  /// file.
  ///
  /// @return its exit code
  /// @throws IOException if it does not start, or does not end within a minute
  public int run() throws IOException, InterruptedException {
    var running = builder.start();
    process = running;
    if (closed) { // Whoever closed this between the two lines above saw no process to end.
      end();
    }
    if (!running.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
      end();
      throw new IOException(
          "It did not end within "
              + LIMIT.toSeconds()
              + " s: "
              + String.join(" ", builder.command()));
    }
    return running.exitValue();
  }

  /// What the last run printed.
  public String output() throws IOException {
    return Files.readString(output.toPath(), StandardCharsets.UTF_8);
  }

  /// The temporary folder, which is gone when this is closed.
  Path folder() {
    return folder;
  }

  private void end() {
    var running = process;
    if (running != null) {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
    }
  }

  /// For a JVM that ends without closing this: JMH tears nothing down where a benchmark failed.
  private void endAndDelete() {
    closed = true;
    end();
    try {
      delete();
    } catch (IOException _) {
      // Nobody is left to be told of a file in the system's temporary folder.
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    end();
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // This JVM is going already.
    }
  }

  private void delete() throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
