package fanout.benchmark;

import fanout.fetch.BareConnection;
import fanout.fetch.Endpoint;
import fanout.vocabulary.Bodies;
import fanout.vocabulary.Delay;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
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
import org.openjdk.jmh.infra.ThreadParams;

/// How fast could any client be here? Bare keep-alive sockets read the same responses as
/// [SixEndpointsBenchmark]; the last three without delay, and they decode nothing.
///
/// - [#manyVirtual], a virtual thread and a connection for each fetch, with the delay and the
///   callers of a row of [SixEndpointsBenchmark]; with `decode=true` what strategies make of the
///   bodies too.
/// - [#one()], one connection, one response after the other: the limit of `SEQUENTIAL`.
/// - [#six()], six connections, all requests written before any response is read, by one thread,
///   and [#sixTwoThreads()], by two: the faster of them is the limit of all other strategies.
///
/// ```shell
/// java -jar target/benchmarks.jar FloorBenchmark -p bodies=SIX -p decode=true
/// ```
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
@State(Scope.Benchmark)
public class FloorBenchmark {
  /// A response's head and much of its body.
  private static final int BUFFER_BYTES = 64 * 1024;

  @Param({"SIX", "EQUAL"})
  Bodies bodies;

  private final List<BareConnection> connections = new ArrayList<>();
  private final ExecutorService secondThread = Executors.newSingleThreadExecutor();
  private List<byte[]> requests;
  private long expectedBytes;

  /// Connects, and proves that all three ways read the same number of bytes.
  @Setup
  public void setUp(StubState stub) throws IOException, InterruptedException, ExecutionException {
    stub.warmUp();
    URI baseUri = stub.settings().baseUri();
    requests =
        Endpoint.batchOf(bodies).stream()
            .map(endpoint -> BareConnection.request(baseUri, endpoint))
            .toList();
    for (int i = 0; i < requests.size(); i++) {
      connections.add(new BareConnection(baseUri));
    }
    expectedBytes = inTurn();
    one();
    six();
    sixTwoThreads();
  }

  @TearDown
  public void tearDown() throws IOException {
    secondThread.shutdownNow();
    for (var connection : connections) {
      connection.close();
    }
  }

  /// One of those who fetch batches at once.
  @State(Scope.Thread)
  public static class Caller {
    @Param({"NONE", "FIXED_20_MS"})
    Delay delay;

    @Param({"false", "true"})
    boolean decode;

    private BareClient client;
    private List<BareClient.PreparedBatch> batches;
    private long expected;
    private int next;

    /// Connects, and proves that every response is whole. The first caller warms up without delay.
    @Setup
    public void setUp(FloorBenchmark floor, StubState stub, ThreadParams thread) throws Exception {
      var six = Endpoint.batchOf(floor.bodies);
      client = new BareClient(stub.settings().baseUri(), six.size(), BUFFER_BYTES, decode);
      batches =
          stub.batches(six, delay, thread.getThreadIndex()).stream().map(client::prepare).toList();
      for (var endpoint : six) {
        expected += BareClient.expectedOf(stub, endpoint.content(), decode);
      }
      var undelayed = client.prepare(six);
      check(undelayed);
      if (thread.getThreadIndex() == 0) {
        WarmUp.untilSteady(() -> check(undelayed));
      }
    }

    @TearDown
    public void tearDown() throws IOException {
      client.close();
    }

    private long fetchNext() throws InterruptedException, ExecutionException {
      var batch = batches.get(next);
      next = (next + 1) % batches.size();
      return check(batch);
    }

    private long check(BareClient.PreparedBatch batch)
        throws InterruptedException, ExecutionException {
      return checked(batch.fetch(), expected, decode ? "items" : "bytes");
    }
  }

  @Benchmark
  public long manyVirtual(Caller caller) throws InterruptedException, ExecutionException {
    return caller.fetchNext();
  }

  @Benchmark
  public long one() throws IOException {
    return checked(inTurn());
  }

  @Benchmark
  public long six() throws IOException {
    return checked(atOnce(0, connections.size()));
  }

  @Benchmark
  public long sixTwoThreads() throws IOException, InterruptedException, ExecutionException {
    int half = connections.size() / 2;
    Future<Long> second = secondThread.submit(() -> atOnce(half, connections.size()));
    return checked(atOnce(0, half) + second.get());
  }

  private long inTurn() throws IOException {
    var connection = connections.getFirst();
    long bytes = 0;
    for (var request : requests) {
      connection.send(request);
      bytes += connection.receive();
    }
    return bytes;
  }

  private long atOnce(int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      connections.get(i).send(requests.get(i));
    }
    long bytes = 0;
    for (int i = from; i < to; i++) {
      bytes += connections.get(i).receive();
    }
    return bytes;
  }

  private long checked(long bytes) {
    return checked(bytes, expectedBytes, "bytes");
  }

  private static long checked(long sum, long expected, String unit) {
    if (sum != expected) {
      throw new IllegalStateException("Expected %s %s, got %s".formatted(expected, unit, sum));
    }
    return sum;
  }
}
