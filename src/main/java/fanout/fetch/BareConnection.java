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
/// understands no more of HTTP than a response of the stub needs.
public final class BareConnection implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final Pattern CONTENT_LENGTH = Pattern.compile("\r\ncontent-length: *(\\d{1,15})");

  private final Socket socket;
  private final byte[] buffer;

  /// Connects to the server at `baseUri`.
  public BareConnection(URI baseUri) throws IOException {
    this(baseUri, BUFFER_BYTES);
  }

  /// The same with a smaller buffer, for a connection among thousands.
  ///
  /// @param bufferBytes which a response's head must fit into
  public BareConnection(URI baseUri, int bufferBytes) throws IOException {
    buffer = new byte[bufferBytes];
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

  /// Reads one whole response, and throws its body away.
  ///
  /// @return the length of its body in bytes
  /// @throws IOException if it is not a 200 with a `Content-Length`, or ends early
  public long receive() throws IOException {
    var head = receiveHead();
    skip(head.contentLength - (head.filled - head.end));
    return head.contentLength;
  }

  /// Reads one whole response.
  ///
  /// @return its body
  /// @throws IOException if it is not a 200 with a `Content-Length`, or ends early
  public byte[] receiveBody() throws IOException {
    var head = receiveHead();
    var body = new byte[Math.toIntExact(head.contentLength)];
    int there = head.filled - head.end;
    System.arraycopy(buffer, head.end, body, 0, there);
    if (socket.getInputStream().readNBytes(body, there, body.length - there)
        < body.length - there) {
      throw endedEarly();
    }
    return body;
  }

  /// What has been read with a head.
  ///
  /// @param end where the body begins in the buffer
  /// @param filled where what was read ends in the buffer
  private record Head(int end, int filled, long contentLength) {}

  private Head receiveHead() throws IOException {
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
    var text = new String(buffer, 0, headEnd, StandardCharsets.US_ASCII);
    return new Head(headEnd, filled, contentLength(text));
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
      throw endedEarly();
    }
    return count;
  }

  private static EOFException endedEarly() {
    return new EOFException("The server closed the connection within a response");
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
