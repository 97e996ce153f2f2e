package fanout.fetch;

import java.net.http.HttpClient;

/// The JDK's client as it comes, for tests that fetch without a [Fetcher].
public final class PlainClient {
  private PlainClient() {}

  /// The first client of a JVM reads its properties for all that come after it, and tests of the
  /// fetcher may be among those.
  public static HttpClient open() {
    ClientProperties.set();
    return HttpClient.newHttpClient();
  }
}
