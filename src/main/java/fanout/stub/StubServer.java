package fanout.stub;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import fanout.os.TemporaryFolder;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// WireMock in this JVM, on the loopback interface unless another is asked for, set so that it adds
/// as little as it can to what is measured.
public final class StubServer implements Stub {
  /// Beyond this many connections that are served at once, requests queue.
  private static final int CONTAINER_THREADS = 64;

  /// Threads that write delayed responses when their time has come; none waits for it.
  private static final int DELAYED_ANSWER_THREADS = 16;

  /// Connections that may wait to be accepted. With Jetty's 50 a burst of 100 loses some, and they
  /// come a second later, when TCP tries again.
  private static final int ACCEPT_QUEUE_SIZE = 4096;

  private static final int MAX_PORT = 65_535;

  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration MAX_DELAY = Duration.ofMillis(DelaySchedule.MAX_MILLIS);

  private final WireMockServer server;
  private final PayloadSource payloadSource;
  private final TemporaryFolder folder;
  private final URI baseUri;
  private final AtomicBoolean closed = new AtomicBoolean();

  private StubServer(
      WireMockServer server, String host, PayloadSource payloadSource, TemporaryFolder folder) {
    this.server = server;
    this.payloadSource = payloadSource;
    this.folder = folder;
    this.baseUri = URI.create("http://" + host + ":" + server.port());
  }

  /// Starts a server on a free port that responds at once.
  ///
  /// @throws StubException if it cannot start
  public static StubServer start(Payloads payloads) throws StubException {
    return start(0, payloads, Duration.ZERO);
  }

  /// Starts a server.
  ///
  /// @param port 0 for a free one
  /// @param defaultDelay of responses whose request asks for none; whole milliseconds count
  /// @throws StubException if the port is taken or the files cannot be written
  /// @throws IllegalArgumentException if the port is no port, or the delay not from 0 to 60 s
  public static StubServer start(int port, Payloads payloads, Duration defaultDelay)
      throws StubException {
    return start(LOOPBACK, port, payloads, defaultDelay);
  }

  /// Starts a server for other machines of a private network, which may ask it for the six
  /// endpoints alone: WireMock's own interface, by which a server is changed and ended, is closed
  /// there.
  ///
  /// @param host the IPv4 address that it listens on, by number
  /// @throws StubException if the port is taken or the files cannot be written
  /// @throws IllegalArgumentException if the port is no port, or the delay not from 0 to 60 s
  public static StubServer start(String host, int port, Payloads payloads, Duration defaultDelay)
      throws StubException {
    checkArguments(port, defaultDelay);
    return serve(StubFolder.create(payloads), payloads.source(), host, port, defaultDelay);
  }

  /// Serves `folder`, and deletes it at the end, or at once if the server does not start.
  static StubServer serve(
      TemporaryFolder folder, PayloadSource source, int port, Duration defaultDelay)
      throws StubException {
    return serve(folder, source, LOOPBACK, port, defaultDelay);
  }

  private static StubServer serve(
      TemporaryFolder folder, PayloadSource source, String host, int port, Duration defaultDelay)
      throws StubException {
    var options = neutral(folder.path(), port, defaultDelay).bindAddress(host);
    if (!host.equals(LOOPBACK)) {
      options.adminAuthenticator(_ -> false);
    }
    var server = new WireMockServer(options);
    try {
      server.start();
      return new StubServer(server, host, source, folder);
    } catch (RuntimeException e) {
      end(server, folder);
      throw new StubException(whyNotStarted(e, port), e);
    }
  }

  @Override
  public URI baseUri() {
    return baseUri;
  }

  @Override
  public PayloadSource payloadSource() {
    return payloadSource;
  }

  /// The temporary folder, gone after [#close()].
  Path folder() {
    return folder.path();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      end(server, folder);
    }
  }

  private static void end(WireMockServer server, TemporaryFolder folder) {
    server.stop();
    folder.close();
  }

  static void checkArguments(int port, Duration defaultDelay) {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException(
          "A port is a number from 0 (any free one) to " + MAX_PORT + ", got: " + port);
    }
    if (defaultDelay.isNegative() || defaultDelay.compareTo(MAX_DELAY) > 0) {
      throw new IllegalArgumentException(
          "A delay is from 0 to " + DelaySchedule.MAX_MILLIS + " ms, got: " + defaultDelay);
    }
  }

  private static WireMockConfiguration neutral(Path folder, int port, Duration defaultDelay) {
    return options()
        .port(port)
        .withRootDirectory(folder.toString())
        .extensions(new DelayedResponse(defaultDelay), new RequestCount())
        .http2PlainDisabled(true)
        .gzipDisabled(true)
        .templatingEnabled(false)
        .disableRequestJournal()
        .stubRequestLoggingDisabled(true)
        // WireMock keeps a copy of each response for its journal, even where that is off: of no
        // byte.
        .maxLoggedResponseSize(0)
        .containerThreads(CONTAINER_THREADS)
        .jettyAcceptQueueSize(ACCEPT_QUEUE_SIZE)
        .asynchronousResponseEnabled(true)
        .asynchronousResponseThreads(DELAYED_ANSWER_THREADS);
  }

  private static String whyNotStarted(Throwable failure, int port) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(BindException.class::isInstance)
        .findFirst()
        .map(refused -> whyNotBound(refused.getMessage(), port))
        .orElseGet(() -> "The stub cannot start: " + failure.getMessage());
  }

  /// The system's two words for it: `Address already in use` and `Permission denied`.
  static String whyNotBound(@Nullable String message, int port) {
    boolean forbidden = message != null && message.startsWith("Permission");
    return forbidden
        ? "The stub cannot start because only a privileged user may listen on port "
            + port
            + ": choose one from 1024 on, or 0 for a free one."
        : "The stub cannot start because port "
            + port
            + " is taken: choose another, or 0 for a free one.";
  }
}
