package fanout.benchmark;

import fanout.fetch.BareConnection;
import fanout.fetch.Decoder;
import fanout.fetch.Decoding;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.vocabulary.Content;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// How fast could any client be? A virtual thread and a kept-open socket for each fetch of a batch,
/// all in flight at once, and nothing around them. For one caller.
final class BareClient implements AutoCloseable {
  private final List<BareConnection> connections = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Decoder decoder = new Decoder(Decoding.LAST_FIELD_COUNTS);
  private final URI baseUri;
  private final boolean decode;

  /// Connects.
  ///
  /// @param size of its batches
  /// @param bufferBytes of each connection, which a response's head must fit into
  /// @param decode whether bodies are decoded, as strategies do, or thrown away
  BareClient(URI baseUri, int size, int bufferBytes, boolean decode) throws IOException {
    this.baseUri = baseUri;
    this.decode = decode;
    try {
      for (int i = 0; i < size; i++) {
        connections.add(new BareConnection(baseUri, bufferBytes));
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /// A batch, made once and fetched many times.
  final class PreparedBatch {
    private final List<PreparedFetch> fetches;

    private PreparedBatch(List<PreparedFetch> fetches) {
      this.fetches = fetches;
    }

    /// Fetches all of it.
    ///
    /// @return items in all if they are decoded, otherwise bytes of all bodies
    long fetch() throws InterruptedException, ExecutionException {
      var responses = new ArrayList<Future<Long>>(fetches.size());
      for (var fetch : fetches) {
        responses.add(threads.submit(fetch::run));
      }
      long sum = 0;
      for (var response : responses) {
        sum += response.get();
      }
      return sum;
    }
  }

  /// What a fetch of `content` gives.
  static int expectedOf(StubState stub, Content content, boolean decode)
      throws FetchException, InterruptedException {
    var body = stub.body(content);
    return decode ? new Decoder(Decoding.LAST_FIELD_COUNTS).countItems(content, body) : body.length;
  }

  PreparedBatch prepare(List<Endpoint> endpoints) {
    if (endpoints.size() != connections.size()) {
      throw new IllegalArgumentException(
          "A batch has %d fetches here, got: %d".formatted(connections.size(), endpoints.size()));
    }
    return new PreparedBatch(
        IntStream.range(0, endpoints.size())
            .mapToObj(i -> new PreparedFetch(connections.get(i), endpoints.get(i)))
            .toList());
  }

  private final class PreparedFetch {
    private final BareConnection connection;
    private final Content content;
    private final byte[] request;

    PreparedFetch(BareConnection connection, Endpoint endpoint) {
      this.connection = connection;
      this.content = endpoint.content();
      this.request = BareConnection.request(baseUri, endpoint);
    }

    long run() throws IOException {
      connection.send(request);
      return decode ? decoder.countItems(content, connection.receiveBody()) : connection.receive();
    }
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    for (var connection : connections) {
      connection.close();
    }
  }
}
