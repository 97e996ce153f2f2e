package fanout.fetch;

import java.net.URI;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/// The HTTP clients of one [Fetcher]: one for `http`, and one for `https` from the first such
/// address on, because the trust store that only the latter needs takes 40 to 70 ms to load.
final class Clients implements AutoCloseable {
  static {
    ClientProperties.set();
  }

  private final RenewedClient plain =
      new RenewedClient(() -> pinned().sslContext(new PlainOnly()).build());
  private @Nullable RenewedClient secure;
  private boolean closed;

  RenewedClient clientFor(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme()) ? secure() : plain;
  }

  /// As [RenewedClient#close()].
  @Override
  public void close() {
    plain.close();
    var opened = closeSecure();
    if (opened != null) {
      opened.close();
    }
  }

  private synchronized RenewedClient secure() {
    if (closed) {
      throw new FetcherClosedException();
    }
    var client = secure;
    if (client == null) {
      client = new RenewedClient(() -> pinned().build());
      secure = client;
    }
    return client;
  }

  private synchronized @Nullable RenewedClient closeSecure() {
    closed = true;
    return secure;
  }

  /// HTTP/2 in clear text would put all fetches on one connection, and fail beyond 128 at once.
  private static HttpClient.Builder pinned() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER);
  }
}
