package fanout.reliability;

import java.io.IOException;
import java.net.URI;

/// One thing that can be wrong with a server.
///
/// @param name as it stands in the table, unique
/// @param place what the script gets hold of
/// @param script what the server does
record Fault(String name, Place place, Script script) {

  /// Where a fault sets in.
  enum Place {
    /// The request for one path has been read.
    REQUEST,
    /// A connection was accepted, and nothing read from it.
    CONNECTION,
    /// The same, and the address begins with `https`.
    SECURE_CONNECTION,
    /// Nobody listens.
    REFUSED,
    /// There is no such host.
    UNKNOWN_HOST
  }

  /// What a server does with a client; the connection is closed when it returns.
  @FunctionalInterface
  interface Script {
    void run(Peer peer) throws IOException, InterruptedException;
  }

  /// A fault of the response to one request.
  static Fault response(String name, Script script) {
    return new Fault(name, Place.REQUEST, script);
  }

  /// A fault of the response, which is `text` and the end of the connection.
  static Fault text(String name, String text) {
    return response(name, peer -> peer.send(text));
  }

  /// A fault of the body alone, of a response that is right otherwise.
  static Fault body(String name, byte[] body) {
    return response(
        name, peer -> peer.send(Peer.head("Content-Length: " + body.length)).send(body));
  }

  /// The address to request, of the servers at these.
  URI address(URI requests, URI connections) {
    return switch (place) {
      case REQUEST -> requests.resolve(FaultServer.FAULTY);
      case CONNECTION -> connections.resolve(FaultServer.FAULTY);
      case SECURE_CONNECTION ->
          URI.create("https://" + connections.getAuthority() + FaultServer.FAULTY);
      case REFUSED -> URI.create("http://127.0.0.1:1" + FaultServer.FAULTY);
      case UNKNOWN_HOST -> URI.create("http://nowhere.invalid" + FaultServer.FAULTY);
    };
  }

  /// Whether a server hears of a client that meets it.
  boolean isMet() {
    return place != Place.REFUSED && place != Place.UNKNOWN_HOST;
  }

  @Override
  public String toString() {
    return name;
  }
}
