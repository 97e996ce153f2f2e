package fanout.reliability;

import static fanout.reliability.Fault.response;
import static fanout.reliability.Peer.head;

import fanout.reliability.Fault.Place;
import java.time.Duration;
import java.util.List;

/// Connections that are not made, end early, or lead nowhere.
final class ConnectionFaults {
  /// Longer than any deadline of these tests.
  static final Duration PAUSE = Duration.ofMillis(20);

  private ConnectionFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault("connection refused", Place.REFUSED, _ -> {}),
        new Fault("unknown host", Place.UNKNOWN_HOST, _ -> {}),
        new Fault("reset at once", Place.CONNECTION, Peer::reset),
        new Fault("closed at once", Place.CONNECTION, _ -> {}),
        new Fault("banner of SSH", Place.CONNECTION, peer -> peer.send("SSH-2.0-OpenSSH_9.6\r\n")),
        new Fault(
            "TLS to a plain port",
            Place.SECURE_CONNECTION,
            peer -> {
              peer.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            }),
        new Fault("TLS, reset in the handshake", Place.SECURE_CONNECTION, Peer::reset),
        new Fault("TLS, stalled handshake", Place.SECURE_CONNECTION, Peer::stall),
        new Fault("TLS, certificate not trusted", Place.SECURE_CONNECTION, TlsPeer::greet),
        response("reset before the response", Peer::reset),
        response(
            "reset in the head", peer -> peer.send("HTTP/1.1 200 OK\r\nCon").hold(PAUSE).reset()),
        response(
            "reset in the body",
            peer -> peer.send(head("Content-Length: 1000")).send("[{").hold(PAUSE).reset()),
        response("closed before the response", _ -> {}),
        response(
            "held, then closed before the response", peer -> peer.hold(Duration.ofMillis(300))),
        response("closed in the head", peer -> peer.send("HTTP/1.1 200 OK\r\nContent-Le")),
        response("closed in the body", peer -> peer.send(head("Content-Length: 1000")).send("[{")),
        response("no response", Peer::stall),
        response("stalled head", peer -> peer.send("HTTP/1.1 200 OK\r\nConte").stall()),
        response(
            "dripping head",
            peer -> {
              peer.send("HTTP/1.1 200 OK\r\n");
              peer.drip("X-Drip: drop\r\n", PAUSE);
            }),
        response(
            "stalled body", peer -> peer.send(head("Content-Length: 1000")).send("[{").stall()),
        response(
            "dripping body",
            peer -> {
              peer.send(head("Content-Length: 1000000"));
              peer.drip(" ", PAUSE);
            }),
        response(
            "dripping chunks",
            peer -> {
              peer.send(head("Transfer-Encoding: chunked"));
              peer.drip("1\r\n \r\n", PAUSE);
            }),
        // The JDK's client reads on after the ninth, until the server ends it.
        response(
            "100 Continue, a hundred times",
            peer -> peer.send("HTTP/1.1 100 Continue\r\n\r\n".repeat(100))));
  }
}
