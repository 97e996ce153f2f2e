package fanout.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// An HTTP server on loopback that answers as it is told, badly too, and counts what a client
/// leaves behind. It serves the six endpoints with a few items each until told otherwise.
public final class TestServer implements AutoCloseable {
  private static final int BACKLOG = 4096;

  /// What a client begins with that wants TLS.
  private static final int TLS_HANDSHAKE = 22;

  private final ServerSocket listening;
  private final Map<String, Deque<Answer>> turns = new ConcurrentHashMap<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>(SixBodies.answers());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();
  private final AtomicInteger aborted = new AtomicInteger();

  private TestServer(ServerSocket listening) {
    this.listening = listening;
  }

  public static TestServer start() {
    try {
      var server = new TestServer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().name("test-server").start(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /// From now on answers requests for `path`, with whatever query, with `answer`.
  public TestServer on(String path, Answer answer) {
    turns.remove(path);
    answers.put(path, answer);
    return this;
  }

  /// From now on answers requests for `path` with one of `inTurn` each, and with the last one when
  /// they are through.
  public TestServer on(String path, Answer first, Answer... inTurn) {
    var queue = new ArrayDeque<>(List.of(inTurn));
    queue.addFirst(first);
    turns.put(path, queue);
    return this;
  }

  /// From now on waits for `delay` before each complete answer.
  public TestServer delayAll(Duration delay) {
    answers.replaceAll((_, answer) -> answer.delayed(delay));
    return this;
  }

  /// What requests for `path` are answered with.
  public Answer answerOf(String path) {
    return answers.getOrDefault(path, Answer.status(404));
  }

  /// The body that is sent for `endpoint`.
  public String bodyOf(Endpoint endpoint) {
    return switch (answerOf(endpoint.location().getPath())) {
      case Answer.Full full -> full.body();
      case Answer.Stalled stalled -> stalled.body();
      case Answer.Held held -> held.text();
      case Answer.Raw raw -> raw.text();
    };
  }

  public int openConnections() {
    return open.size();
  }

  public int requests() {
    return requests.get();
  }

  /// Requests that are being answered now.
  public int inFlight() {
    return inFlight.get();
  }

  public int mostInFlight() {
    return mostInFlight.get();
  }

  /// Requests whose client went away before the answer was complete.
  public int aborted() {
    return aborted.get();
  }

  @Override
  public void close() {
    closeQuietly(listening);
    open.forEach(TestServer::closeQuietly);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        var socket = listening.accept();
        open.add(socket);
        if (listening.isClosed()) {
          // A virtual thread that is accepting may accept one more after the close.
          closeQuietly(socket);
          open.remove(socket);
          return;
        }
        Thread.ofVirtual().name("test-server").start(() -> serve(socket));
      } catch (IOException e) {
        closeQuietly(listening);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      if (wantsTls(in)) {
        send(socket.getOutputStream(), head(400, 0), "");
        return;
      }
      var path = readPath(in);
      while (path != null && answer(path, socket, in)) {
        path = readPath(in);
      }
    } catch (IOException e) {
      // The client went away, which is what some tests wait for: it counts as a closed connection.
    } finally {
      open.remove(socket);
    }
  }

  private static boolean wantsTls(InputStream in) throws IOException {
    in.mark(1);
    int first = in.read();
    in.reset();
    return first == TLS_HANDSHAKE;
  }

  private Answer nextAnswer(String path) {
    var queue = turns.get(path);
    if (queue == null) {
      return answerOf(path);
    }
    synchronized (queue) {
      return queue.size() > 1 ? queue.removeFirst() : queue.getFirst();
    }
  }

  private boolean answer(String path, Socket socket, InputStream in) throws IOException {
    requests.incrementAndGet();
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try {
      var out = socket.getOutputStream();
      return switch (nextAnswer(path)) {
        case Answer.Full full -> {
          boolean waiting = stillThereAfter(full.delay(), socket, in);
          if (waiting) {
            send(out, head(full.status(), Answer.bytesOf(full.body()).length), full.body());
          }
          yield waiting;
        }
        case Answer.Stalled stalled -> {
          send(out, head(200, stalled.announcedBytes()), stalled.body());
          yield stillThereAfter(Duration.ofMinutes(5), socket, in);
        }
        case Answer.Held held -> {
          send(out, "", held.text());
          yield stillThereAfter(Duration.ofMinutes(5), socket, in);
        }
        case Answer.Raw raw -> {
          if (stillThereAfter(raw.delay(), socket, in)) {
            send(out, "", raw.text());
          }
          yield false;
        }
      };
    } finally {
      inFlight.decrementAndGet();
    }
  }

  /// Waits for the client to leave: a client that waits for an answer sends nothing.
  private boolean stillThereAfter(Duration delay, Socket socket, InputStream in)
      throws IOException {
    if (delay.isZero()) {
      return true;
    }
    socket.setSoTimeout(Math.toIntExact(delay.toMillis()));
    try {
      int next = in.read();
      if (next >= 0) {
        throw new IOException("A client sent a second request before its answer");
      }
      aborted.incrementAndGet();
      return false;
    } catch (SocketTimeoutException e) {
      socket.setSoTimeout(0);
      return true;
    } catch (IOException e) {
      aborted.incrementAndGet();
      throw e;
    }
  }

  private static String head(int status, long length) {
    return "HTTP/1.1 %d Whatever\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        .formatted(status, length);
  }

  private static void send(OutputStream out, String head, String body) throws IOException {
    out.write(Answer.bytesOf(head + body));
    out.flush();
  }

  /// The path of the next request, or null where the client closed the connection instead.
  private static @Nullable String readPath(InputStream in) throws IOException {
    var line = readLine(in);
    if (line.isEmpty()) {
      return null;
    }
    while (!readLine(in).isEmpty()) {
      // The headers do not matter.
    }
    return URI.create(List.of(line.split(" ", 3)).get(1)).getPath();
  }

  private static String readLine(InputStream in) throws IOException {
    var line = new StringBuilder();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      line.append((char) next);
      next = in.read();
    }
    return line.toString().strip();
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      throw new IllegalStateException("A socket does not close", e);
    }
  }
}
