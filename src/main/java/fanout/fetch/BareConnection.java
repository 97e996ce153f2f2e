package fanout.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// One keep-alive connection and nothing around it: what any HTTP client is measured against. It
/// reads a response's head and body and throws the body away; it understands no more of HTTP than a
/// response of the stub needs.
public final class BareConnection implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final Pattern CONTENT_LENGTH = Pattern.compile("\r\ncontent-length: *(\\d{1,15})");

  private final Socket socket;
  private final byte[] buffer = new byte[BUFFER_BYTES];

  /// Connects to the server at `baseUri`.
  public BareConnection(URI baseUri) throws IOException {
    socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(baseUri.getHost(), baseUri.getPort()));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// The bytes that request `endpoint` from the server at `baseUri`.
  public static byte[] request(URI baseUri, Endpoint endpoint) {
    return "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: application/json\r\n\r\n"
        .formatted(endpoint.location(), baseUri.getAuthority())
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// Sends what [#request(URI, Endpoint)] made.
  public void send(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
  }

  /// Reads one whole response.
  ///
  /// @return the length of its body in bytes
  /// @throws IOException if it is not a 200 with a `Content-Length`, or ends early
  public long receive() throws IOException {
    int filled = 0;
    int headEnd = -1;
    while (headEnd < 0) {
      if (filled == buffer.length) {
        throw new IOException("The head of a response is longer than " + buffer.length + " bytes");
      }
      int from = Math.max(0, filled - END_OF_HEAD.length());
      filled += read(filled);
      headEnd = endOfHead(from, filled);
    }
    long length = contentLength(new String(buffer, 0, headEnd, StandardCharsets.US_ASCII));
    skip(length - (filled - headEnd));
    return length;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void skip(long bytes) throws IOException {
    for (long left = bytes; left > 0; ) {
      left -= read(0);
    }
  }

  private int read(int offset) throws IOException {
    int count = socket.getInputStream().read(buffer, offset, buffer.length - offset);
    if (count < 0) {
      throw new EOFException("The server closed the connection within a response");
    }
    return count;
  }

  private int endOfHead(int from, int to) {
    for (int i = from; i + END_OF_HEAD.length() <= to; i++) {
      if (buffer[i] == '\r'
          && buffer[i + 1] == '\n'
          && buffer[i + 2] == '\r'
          && buffer[i + 3] == '\n') {
        return i + END_OF_HEAD.length();
      }
    }
    return -1;
  }

  private static long contentLength(String head) throws IOException {
    var length = CONTENT_LENGTH.matcher(head.toLowerCase(Locale.ROOT));
    if (!head.startsWith("HTTP/1.1 200 ") || !length.find()) {
      throw new IOException(
          "Expected a 200 with a Content-Length, got: " + head.lines().findFirst());
    }
    return Long.parseLong(length.group(1));
  }
}
