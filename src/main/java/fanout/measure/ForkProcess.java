package fanout.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// A process that is run to its end, and ended with all below it where it takes longer than it may
/// or the run is stopped.
public final class ForkProcess {
  /// More than any list of benchmarks has; of what is longer, the end is kept.
  private static final int KEPT_LINES = 20_000;

  private static final Duration OUTPUT_PATIENCE = Duration.ofSeconds(2);

  private ForkProcess() {}

  /// How a process ended.
  ///
  /// @param exitCode its own, or that of the signal that ended it
  /// @param hung whether it was ended because its time was over
  /// @param out lines of its standard output
  /// @param err lines of its standard error
  public record Ended(int exitCode, boolean hung, List<String> out, List<String> err) {
    /// Whether it was ended from outside, as by Ctrl-C, which reaches every process of a terminal.
    public boolean signalled() {
      return exitCode == 128 + 2 || exitCode == 128 + 9 || exitCode == 128 + 15;
    }
  }

  /// Runs a process, with nothing on its standard input.
  ///
  /// @param limit how long it may take
  /// @throws IOException if it cannot be started
  public static Ended run(ProcessBuilder builder, Duration limit) throws IOException {
    try (var watchdog = ForkWatchdog.start(limit)) {
      var process = builder.start();
      process.getOutputStream().close();
      var err = new ArrayDeque<String>();
      var errReader =
          Thread.ofPlatform()
              .daemon()
              .name("fork-stderr")
              .start(() -> keepLines(process.getErrorStream(), err));
      var out = new ArrayDeque<String>();
      keepLines(process.getInputStream(), out);
      int exitCode = process.waitFor();
      errReader.join(OUTPUT_PATIENCE);
      return new Ended(exitCode, watchdog.fired(), copy(out), copy(err));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while " + builder.command().getFirst() + " ran", e);
    }
  }

  private static void keepLines(InputStream stream, Deque<String> lines) {
    try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        add(lines, line);
      }
    } catch (IOException | UncheckedIOException _) {
      // The same as the end of the stream: the process is gone.
    }
  }

  private static void add(Deque<String> lines, String line) {
    synchronized (lines) {
      if (lines.size() == KEPT_LINES) {
        lines.removeFirst();
      }
      lines.addLast(line);
    }
  }

  private static List<String> copy(Deque<String> lines) {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }
}
