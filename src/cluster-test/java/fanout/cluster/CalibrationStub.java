package fanout.cluster;

import fanout.os.ChildProcess;
import fanout.stub.Payloads;
import fanout.stub.StubServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// The stub in a process of its own, at an address that other machines reach. It ends with its
/// parent.
final class CalibrationStub implements AutoCloseable {
  private static final Duration END_TIME = Duration.ofSeconds(5);

  private final ChildProcess process;
  private final URI baseUri;

  private CalibrationStub(ChildProcess process, URI baseUri) {
    this.process = process;
    this.baseUri = baseUri;
  }

  static CalibrationStub start(String host) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java, "--sun-misc-unsafe-memory-access=allow", CalibrationStub.class.getName(), host);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    var process = ChildProcess.start(builder);
    var line =
        new BufferedReader(new InputStreamReader(process.output(), StandardCharsets.US_ASCII))
            .readLine();
    if (line == null) {
      process.close();
      throw new IOException("The stub ended before it served");
    }
    return new CalibrationStub(process, URI.create(line));
  }

  /// Serves until the parent is gone.
  ///
  /// @param args where
  public static void main(String[] args) throws IOException {
    try (var stub = StubServer.start(args[0], 0, Payloads.generated(), Duration.ZERO)) {
      System.out.println(stub.baseUri());
      while (System.in.read() >= 0) {
        // Nothing is said.
      }
    }
  }

  URI baseUri() {
    return baseUri;
  }

  /// The end of its input has it end by itself, with its files.
  @Override
  public void close() throws IOException {
    process.input().close();
    try (process) {
      var _ = process.awaitEnd(END_TIME);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
