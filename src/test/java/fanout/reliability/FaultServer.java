package fanout.reliability;

import fanout.fetch.Answer;
import fanout.fetch.Endpoint;
import fanout.fetch.SixBodies;
import fanout.vocabulary.Content;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Serves five of the six endpoints right, and one of them as a [Fault] wants it: on one port after
/// it has read the request, on another one as soon as somebody connects.
final class FaultServer implements AutoCloseable {
  /// The path of the endpoint that is served wrong.
  static final String FAULTY = "/photos";

  /// Nothing is wrong.
  private static final Fault.Script RIGHT = _ -> {};

  private static final int BACKLOG = 1024;

  private final ServerSocket requests = listening();
  private final ServerSocket connections = listening();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger faulty = new AtomicInteger();
  private volatile Fault.Script script = RIGHT;

  FaultServer() {
    Thread.ofVirtual().name("fault-server").start(() -> accept(requests, this::serve));
    Thread.ofVirtual().name("fault-server").start(() -> accept(connections, this::misbehave));
  }

  /// Where requests are read before anything is wrong with them.
  URI uri() {
    return uri(requests);
  }

  /// From now on, `fault` is what is wrong.
  ///
  /// @return the six endpoints, in order
  List<Endpoint> serve(Fault fault) {
    script = fault.script();
    faulty.set(0);
    var six = new ArrayList<Endpoint>();
    for (var endpoint : Endpoint.SIX) {
      var path = endpoint.location().getPath();
      var address =
          path.equals(FAULTY)
              ? fault.address(uri(requests), uri(connections))
              : uri(requests).resolve(path);
      six.add(new Endpoint(endpoint.name(), address, endpoint.content()));
    }
    return six;
  }

  /// The six endpoints, none of which is served wrong.
  List<Endpoint> serveRight() {
    script = RIGHT;
    return Endpoint.SIX;
  }

  /// How often the fault was met since [#serve(Fault)].
  int faultyRequests() {
    return faulty.get();
  }

  int openConnections() {
    return open.size();
  }

  @Override
  public void close() throws IOException {
    requests.close();
    connections.close();
    for (var socket : open) {
      socket.close();
    }
  }

  private interface Service {
    void handle(Socket socket) throws IOException, InterruptedException;
  }

  private void accept(ServerSocket listening, Service service) {
    while (!listening.isClosed()) {
      try {
        var socket = listening.accept();
        open.add(socket);
        Thread.ofVirtual().name("fault-server").start(() -> handle(socket, service));
      } catch (IOException e) {
        // Closed, by the test that owns this.
        return;
      }
    }
  }

  private void handle(Socket socket, Service service) {
    try (socket) {
      socket.setTcpNoDelay(true);
      service.handle(socket);
    } catch (IOException e) {
      // The client left, which is what most faults lead to.
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts this thread", e);
    } finally {
      open.remove(socket);
    }
  }

  private void serve(Socket socket) throws IOException, InterruptedException {
    var in = new BufferedInputStream(socket.getInputStream());
    for (var path = readPath(in); !path.isEmpty(); path = readPath(in)) {
      if (path.equals(FAULTY) && !script.equals(RIGHT)) {
        misbehave(socket);
        return;
      }
      var body = Answer.bytesOf(SixBodies.body(contentOf(path)));
      new Peer(socket).send(Peer.keptOpen(body.length)).send(body);
    }
  }

  private void misbehave(Socket socket) throws IOException, InterruptedException {
    faulty.incrementAndGet();
    script.run(new Peer(socket));
  }

  private static Content contentOf(String path) {
    return Endpoint.SIX.stream()
        .filter(endpoint -> endpoint.location().getPath().equals(path))
        .findFirst()
        .orElseThrow()
        .content();
  }

  /// The path of the next request; empty where the client closed the connection instead.
  private static String readPath(InputStream in) throws IOException {
    var line = readLine(in);
    while (!line.isEmpty() && !readLine(in).isEmpty()) {
      // The headers do not matter.
    }
    return line.isEmpty() ? "" : URI.create(line.split(" ", -1)[1]).getPath();
  }

  private static String readLine(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private static URI uri(ServerSocket listening) {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  private static ServerSocket listening() {
    try {
      return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
