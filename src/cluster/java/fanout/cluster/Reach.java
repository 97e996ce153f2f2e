package fanout.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/// Whether a server is to be reached from here: a connection, and no request, so that no server has
/// work of it.
final class Reach {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private Reach() {}

  /// Such as `cannot reach http://10.0.0.2:8080: Connection refused`, or empty.
  static Optional<String> failure(URI server) {
    try (var socket = new Socket()) {
      socket.connect(addressOf(server), (int) PATIENCE.toMillis());
      return Optional.empty();
    } catch (UnknownHostException _) {
      return Optional.of("cannot reach " + server + ": nobody knows this name");
    } catch (IOException e) {
      return Optional.of("cannot reach " + server + ": " + e.getMessage());
    }
  }

  private static InetSocketAddress addressOf(URI server) throws UnknownHostException {
    int usual = "https".equalsIgnoreCase(server.getScheme()) ? HTTPS : HTTP;
    var address =
        new InetSocketAddress(server.getHost(), server.getPort() < 0 ? usual : server.getPort());
    if (address.isUnresolved()) {
      throw new UnknownHostException(server.getHost());
    }
    return address;
  }
}
