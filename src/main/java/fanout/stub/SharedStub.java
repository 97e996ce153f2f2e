package fanout.stub;

import java.net.URI;
import java.net.URISyntaxException;

/// A stub that somebody else started and ends.
record SharedStub(URI baseUri, PayloadSource payloadSource) implements Stub {

  static SharedStub of(String uri, String payloadSource) throws StubException {
    return new SharedStub(baseUri(uri), PayloadSource.of(payloadSource));
  }

  @Override
  public void close() {}

  private static URI baseUri(String text) throws StubException {
    try {
      var uri = new URI(text);
      if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException _) {
      // Told below, as any other text that is no http URL.
    }
    throw new StubException(
        URI_PROPERTY + " must be an http URL such as http://127.0.0.1:8080, got: " + text);
  }
}
