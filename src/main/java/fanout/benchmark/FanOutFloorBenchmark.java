package fanout.benchmark;

import fanout.fetch.Endpoint;
import fanout.vocabulary.Content;
import fanout.vocabulary.Delay;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.ExecutionException;
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
///   with `decode=true` what [fanout.fetch.Decoder] makes of them too.
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

  private BareClient client;
  private BareClient.PreparedBatch batch;
  private long expected;

  /// Connects, proves that every response is whole, and warms up with such batches.
  @Setup
  public void setUp(StubState stub) throws Exception {
    stub.warmUp();
    client = new BareClient(stub.settings().baseUri(), endpoints, BUFFER_BYTES, decode);
    var users = Collections.nCopies(endpoints, Endpoint.of(Content.USERS));
    batch = client.prepare(stub.batches(users, Delay.FIXED_100_MS, 0).getFirst());
    expected = (long) endpoints * BareClient.expectedOf(stub, Content.USERS, decode);
    WarmUp.untilSteady(this::manyVirtual);
  }

  @TearDown
  public void tearDown() throws IOException {
    client.close();
  }

  @Benchmark
  public long manyVirtual() throws InterruptedException, ExecutionException {
    long sum = batch.fetch();
    if (sum != expected) {
      throw new IllegalStateException(
          "Expected %s %s, got %s".formatted(expected, decode ? "items" : "bytes", sum));
    }
    return sum;
  }
}
