package fanout.reliability;

import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The server's end of a connection, in the hands of a [Fault.Script].
final class Peer {
  private final Socket socket;

  Peer(Socket socket) {
    this.socket = socket;
  }

  /// The head of a 200 with these headers, after which the connection is closed.
  static String head(String... headers) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
        + String.join("\r\n", headers)
        + "\r\n\r\n";
  }

  /// The head of a 200 after which the connection takes another request.
  static String keptOpen(int length) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  Socket socket() {
    return socket;
  }

  /// Sends each character as a byte.
  Peer send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Peer send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /// Sends `text` byte by byte, with a pause after each, again and again until the client leaves.
  void drip(String text, Duration pause) throws IOException, InterruptedException {
    while (true) {
      for (int i = 0; i < text.length(); i++) {
        send(text.substring(i, i + 1));
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      }
    }
  }

  /// Does nothing for as long as that.
  Peer hold(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
    return this;
  }

  /// Does nothing until the client leaves.
  void stall() throws IOException {
    while (socket.getInputStream().read() >= 0) {
      // A client that waits sends nothing, and one that greets with TLS may.
    }
  }

  /// Ends the connection with a reset instead of an orderly end.
  void reset() throws IOException {
    socket.setOption(StandardSocketOptions.SO_LINGER, 0);
    socket.close();
  }
}
