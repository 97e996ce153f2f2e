package fanout.benchmark;

import fanout.fetch.BareConnection;
import fanout.fetch.Decoder;
import fanout.fetch.Decoding;
import fanout.fetch.Endpoint;
import fanout.vocabulary.Content;
import fanout.vocabulary.Delay;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How fast could any client fan out here? A virtual thread and a bare keep-alive socket for each
/// of the fetches of [FanOutBenchmark], all in flight at once: what a strategy needs beyond that is
/// its client's, not the stub's and not the machine's.
///
/// - Counted: starting the threads, writing the requests, 100 ms of delay, reading the responses;
///   with `decode=true` what [Decoder] makes of them too.
/// - Not counted: the connections, which are open before.
/// - Above 600 `endpoints` it needs as many open files; `ulimit -n` says how many there are.
///
/// ```shell
/// java -jar target/benchmarks.jar FanOutFloorBenchmark -p endpoints=600,6000
/// ```
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 3, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
@State(Scope.Benchmark)
public class FanOutFloorBenchmark {
  /// A response's head and body of 5.6 kB.
  private static final int BUFFER_BYTES = 8 * 1024;

  @Param({"6", "60", "600"})
  int endpoints;

  @Param({"false", "true"})
  boolean decode;

  private final List<BareConnection> connections = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Decoder decoder = new Decoder(Decoding.LAST_FIELD_COUNTS);
  private byte[] request;
  private long expected;

  /// Connects, proves that every response is whole, and warms up with such batches.
  @Setup
  public void setUp(StubState stub) throws Exception {
    stub.warmUp();
    URI baseUri = stub.settings().baseUri();
    var users = Collections.nCopies(1, Endpoint.of(Content.USERS));
    var endpoint = stub.batches(users, Delay.FIXED_100_MS, 0).getFirst().getFirst();
    request = BareConnection.request(baseUri, endpoint);
    for (int i = 0; i < endpoints; i++) {
      connections.add(new BareConnection(baseUri, BUFFER_BYTES));
    }
    int items = decoder.countItems(Content.USERS, stub.body(Content.USERS));
    expected = (decode ? items : stub.body(Content.USERS).length) * (long) endpoints;
    WarmUp.untilSteady(this::manyVirtual);
  }

  @TearDown
  public void tearDown() throws IOException {
    threads.shutdownNow();
    for (var connection : connections) {
      connection.close();
    }
  }

  @Benchmark
  public long manyVirtual() throws InterruptedException, ExecutionException {
    var responses = new ArrayList<Future<Long>>(endpoints);
    for (var connection : connections) {
      responses.add(threads.submit(() -> fetch(connection)));
    }
    long sum = 0;
    for (var response : responses) {
      sum += response.get();
    }
    if (sum != expected) {
      throw new IllegalStateException(
          "Expected %s %s, got %s".formatted(expected, decode ? "items" : "bytes", sum));
    }
    return sum;
  }

  private long fetch(BareConnection connection) throws IOException {
    connection.send(request);
    return decode
        ? decoder.countItems(Content.USERS, connection.receiveBody())
        : connection.receive();
  }
}
