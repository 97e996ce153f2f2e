package fanout.fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The HTTP clients of one [Fetcher]: one for `http`, and one for `https` from the first such
/// address on, because the trust store that only the latter needs takes 40 to 70 ms to load.
final class Clients implements AutoCloseable {
  /// A client that was told to stop at once does so in milliseconds.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static {
    ClientProperties.set();
  }

  private final HttpClient plain = pinned().sslContext(new PlainOnly()).build();
  private @Nullable HttpClient secure;
  private boolean closed;

  HttpClient clientFor(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme()) ? secure() : plain;
  }

  /// Aborts what still runs, and returns when connections and selector threads are gone: a JVM that
  /// ends while a client is open waits for its selector for up to 300 ms.
  @Override
  public void close() {
    end(plain);
    var opened = closeSecure();
    if (opened != null) {
      end(opened);
    }
  }

  private synchronized HttpClient secure() {
    if (closed) {
      throw new FetcherClosedException();
    }
    var client = secure;
    if (client == null) {
      client = pinned().build();
      secure = client;
    }
    return client;
  }

  private synchronized @Nullable HttpClient closeSecure() {
    closed = true;
    return secure;
  }

  /// HTTP/2 in clear text would put all fetches on one connection, and fail beyond 128 at once.
  private static HttpClient.Builder pinned() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER);
  }

  private static void end(HttpClient client) {
    client.shutdownNow();
    try {
      client.awaitTermination(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
