package fanout.stub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.fetch.PlainClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
final class StubProcessTest {
  @Test
  void answersAfterItsDefaultDelayUntilItIsClosed() throws Exception {
    var delay = Duration.ofMillis(300);
    var stub = StubProcess.start(0, Payloads.generated(), delay);
    var process = processOf(stub.pid());
    try (stub) {
      long startNs = System.nanoTime();
      assertThat(statusOfUsers(stub.baseUri())).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - startNs)).isGreaterThanOrEqualTo(delay);
      assertThat(stub.baseUri().getHost()).isEqualTo("127.0.0.1");
      assertThat(stub.payloadSource()).isEqualTo(PayloadSource.GENERATED);
      assertThat(stub.folder()).isDirectory();
    }
    assertThat(process.isAlive()).isFalse();
    assertThat(stub.folder()).doesNotExist();
    stub.close();
  }

  @Test
  void endsWithAParentThatIsTerminated() throws Exception {
    endsWithItsParentAfter(Process::destroy);
  }

  @Test
  void endsWithAParentThatIsKilled() throws Exception {
    endsWithItsParentAfter(Process::destroyForcibly);
  }

  private static void endsWithItsParentAfter(Consumer<Process> signal) throws Exception {
    var parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                StubParent.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = new BufferedReader(new InputStreamReader(parent.getInputStream(), UTF_8))) {
      var stub = processOf(Long.parseLong(nextLine(lines)));
      var folder = Path.of(nextLine(lines));
      assertThat(statusOfUsers(URI.create(nextLine(lines)))).isEqualTo(200);
      assertThat(folder).isDirectory();

      signal.accept(parent);

      stub.onExit().get(20, TimeUnit.SECONDS);
      assertThat(folder).doesNotExist();
    } finally {
      parent.destroyForcibly().waitFor();
    }
  }

  @Test
  void removesItsFolderWhenItIsTerminated() throws Exception {
    try (var stub = StubProcess.start(Payloads.generated())) {
      var process = processOf(stub.pid());
      assertThat(process.destroy()).isTrue();
      process.onExit().get(20, TimeUnit.SECONDS);
      assertThat(stub.folder()).doesNotExist();
    }
  }

  @Test
  void leavesNoFolderWhenTheProcessIsKilled() throws Exception {
    var stub = StubProcess.start(Payloads.generated());
    var process = processOf(stub.pid());
    process.destroyForcibly();
    process.onExit().get(20, TimeUnit.SECONDS);

    stub.close();

    assertThat(stub.folder()).doesNotExist();
  }

  @Test
  void saysWhatTheProcessSaidWhenItDoesNotStart() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatExceptionOfType(StubException.class)
          .isThrownBy(
              () -> StubProcess.start(other.getLocalPort(), Payloads.generated(), Duration.ZERO))
          .withMessage(
              "The stub's process ended before it was ready. It said: The stub cannot start because"
                  + " port %d is taken: choose another, or 0 for a free one.",
              other.getLocalPort());
    }
  }

  private static ProcessHandle processOf(long pid) {
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static String nextLine(BufferedReader lines) throws IOException {
    return Objects.requireNonNull(lines.readLine(), "the parent's output ended");
  }

  private static int statusOfUsers(URI baseUri) throws IOException, InterruptedException {
    try (var client = PlainClient.open()) {
      return client
          .send(
              HttpRequest.newBuilder(baseUri.resolve("/users")).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }
}
