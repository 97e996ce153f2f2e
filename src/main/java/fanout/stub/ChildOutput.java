package fanout.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Both outputs of a stub's process, read to their ends so that it never blocks on a full pipe.
final class ChildOutput {
  private static final int KEPT_LINES = 20;

  private final Process process;
  private final CompletableFuture<URI> ready = new CompletableFuture<>();
  private final Deque<String> lastErrors = new ArrayDeque<>();
  private final Thread errorReader;

  ChildOutput(Process process) {
    this.process = process;
    errorReader = read("stderr", process.getErrorStream(), this::keep, () -> {});
    read("stdout", process.getInputStream(), this::hear, this::missReadiness);
  }

  /// Waits for the line that tells the base URI.
  ///
  /// @throws StubException if the process ends before, or the time is over
  URI awaitReady(Duration deadline) throws StubException {
    try {
      return ready.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new StubException(
          "The stub's process was not ready within %s s.%s"
              .formatted(deadline.toSeconds(), ownWords()),
          e);
    } catch (ExecutionException e) {
      throw new StubException("The stub's process ended before it was ready." + ownWords(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StubException("Interrupted while the stub's process started.", e);
    }
  }

  private void hear(String line) {
    if (line.startsWith(StubMain.READY)) {
      ready.complete(URI.create(line.substring(StubMain.READY.length())));
    }
  }

  private void missReadiness() {
    ready.completeExceptionally(
        new IOException("The output of process " + process.pid() + " ended."));
  }

  private void keep(String line) {
    synchronized (lastErrors) {
      if (lastErrors.size() == KEPT_LINES) {
        lastErrors.removeFirst();
      }
      lastErrors.addLast(line);
    }
  }

  /// What the process said on standard error, all of it if it has ended.
  private String ownWords() throws StubException {
    try {
      if (ready.isCompletedExceptionally()) {
        errorReader.join(Duration.ofSeconds(1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StubException("Interrupted while the stub's process started.", e);
    }
    synchronized (lastErrors) {
      return lastErrors.isEmpty() ? "" : " It said: " + String.join("\n", lastErrors);
    }
  }

  private static Thread read(
      String name, InputStream stream, Consumer<String> onLine, Runnable onEnd) {
    return Thread.ofPlatform()
        .daemon()
        .name("stub-" + name)
        .start(() -> {
          try (var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            lines.lines().forEach(onLine);
          } catch (IOException | UncheckedIOException _) {
            // The same as the end of the stream: the process is gone.
          } finally {
            onEnd.run();
          }
        });
  }
}
