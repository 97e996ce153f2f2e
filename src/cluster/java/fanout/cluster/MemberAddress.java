package fanout.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/// Where a member listens.
///
/// @param host a name or an IPv4 address
/// @param port 1 to 65535
public record MemberAddress(String host, int port) {
  /// The port of a member that is started by hand: Hazelcast's own.
  public static final int DEFAULT_PORT = 5701;

  private static final Pattern ADDRESS = Pattern.compile("([\\w.-]+)(?::(\\d{1,5}))?");
  private static final int MAX_PORT = 65_535;

  /// Checks the port.
  ///
  /// @throws IllegalArgumentException if it is none
  public MemberAddress {
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("A port is 1 to " + MAX_PORT + ", got: " + port);
    }
  }

  /// Reads `10.0.0.3:5701`, or `10.0.0.3` for the default port.
  ///
  /// @throws IllegalArgumentException if it is no address
  public static MemberAddress parse(String text) {
    var found = ADDRESS.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "A member's address is a name or an IPv4 address and a port, such as 10.0.0.3:5701, got: "
              + text);
    }
    return new MemberAddress(
        found.group(1), found.group(2) == null ? DEFAULT_PORT : Integer.parseInt(found.group(2)));
  }

  /// A port of the loopback interface on which nobody listens now; somebody else may take it before
  /// it is used.
  static MemberAddress freeOnLoopback() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new MemberAddress("127.0.0.1", socket.getLocalPort());
    }
  }

  /// Whether nobody on another machine gets there.
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }

  /// Whether it is the same port of the same machine, by whatever name.
  boolean isSameAs(MemberAddress other) {
    try {
      return port == other.port
          && InetAddress.getByName(host).equals(InetAddress.getByName(other.host));
    } catch (UnknownHostException _) {
      return equals(other);
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
