package fanout.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import fanout.os.ChildProcess;
import fanout.os.LastWords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Both outputs of a stub's process, read to their ends so that it never waits for a reader.
final class ChildOutput {
  private static final int KEPT_BYTES = 4096;

  /// From the end of its output to the end of its errors.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ChildProcess process;
  private final CompletableFuture<URI> ready = new CompletableFuture<>();
  private final LastWords errors;

  private ChildOutput(ChildProcess process) {
    this.process = process;
    this.errors = LastWords.of(process.errors(), "stub-stderr", KEPT_BYTES);
  }

  /// Begins to read.
  static ChildOutput of(ChildProcess process) {
    var output = new ChildOutput(process);
    Thread.ofPlatform().daemon().name("stub-stdout").start(output::readLines);
    return output;
  }

  /// Waits for the line with the base URI.
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

  private void readLines() {
    try (var lines = new BufferedReader(new InputStreamReader(process.output(), UTF_8))) {
      lines.lines().forEach(this::onLine);
    } catch (IOException | UncheckedIOException _) {
      // The same as the end of the stream: the process is gone.
    } finally {
      ready.completeExceptionally(
          new IOException("The output of process " + process.pid() + " ended."));
    }
  }

  private void onLine(String line) {
    if (line.startsWith(StubMain.READY)) {
      ready.complete(URI.create(line.substring(StubMain.READY.length())));
    }
  }

  /// What the process printed on standard error, all of it if it has ended.
  private String ownWords() throws StubException {
    try {
      var words = errors.await(ready.isCompletedExceptionally() ? PATIENCE : Duration.ZERO).text();
      return words.isEmpty() ? "" : " It said: " + words;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StubException("Interrupted while the stub's process started.", e);
    }
  }
}
