package fanout.benchmark;

import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.ExpectedItems;
import fanout.fetch.FetchException;
import fanout.fetch.FetchResult;
import fanout.strategy.Strategies;
import fanout.vocabulary.Bodies;
import fanout.vocabulary.Delay;
import fanout.vocabulary.Strategy;
import java.util.List;
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

/// How long does a caller wait for all six endpoints, alone and among others (`-t 8`, `-t 64`)?
///
/// - Counted: handing out the work, six HTTP/1.1 exchanges over loopback, decoding, waiting for the
///   last; and comparing six counts of items, which is some ten nanoseconds.
/// - Not counted: starting the stub, opening the strategy and its connections, choosing the delays.
/// - Closed loop: a caller sends a batch only when it has the one before, so this is service time,
///   and the percentiles leave out what would have queued up meanwhile.
/// - Floor: `delay`, which [Strategy#SEQUENTIAL] pays six times; without delay [FloorBenchmark].
/// - Worker JVMs have six fetches in flight together, enough for one caller. Among many that limit
///   would be what is measured: `-t 64` needs `-p inFlight=100`, so that two workers have as many
///   in flight as a pool has threads. The suite sees to it by itself.
///
/// ```shell
/// java -jar target/benchmarks.jar SixEndpointsBenchmark -p delay=FIXED_20_MS -p strategy=ASYNC
/// ```
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {"--enable-preview", "--sun-misc-unsafe-memory-access=allow"})
@State(Scope.Benchmark)
public class SixEndpointsBenchmark {
  @Param Strategy strategy;

  @Param({"NONE", "FIXED_20_MS"})
  Delay delay;

  @Param("SIX")
  Bodies bodies;

  /// Platform threads of a pool: as many as a servlet container has.
  @Param("200")
  int threads;

  /// Worker JVMs of [Strategy#MULTI_PROCESS].
  @Param("2")
  int processes;

  /// Fetches at once in each worker JVM: for one caller.
  @Param("3")
  int inFlight;

  private BatchFetcher fetcher;
  private ExpectedItems expected;

  /// Opens the strategy, proves that it fetches all six, and warms it up without delay.
  @Setup
  public void setUp(StubState stub) throws Exception {
    stub.warmUp();
    expected = stub.expectedItems();
    fetcher =
        Strategies.open(strategy, stub.settings(), new Concurrency(threads, processes, inFlight));
    var undelayed = Endpoint.batchOf(bodies);
    expected.check(undelayed, fetcher.fetchAll(undelayed));
    WarmUp.untilSteady(() -> expected.check(undelayed, fetcher.fetchAll(undelayed)));
  }

  @TearDown
  public void tearDown() {
    fetcher.close();
  }

  /// One of those who fetch batches at once.
  @State(Scope.Thread)
  public static class Caller {
    private List<List<Endpoint>> batches;
    private int next;

    @Setup
    public void setUp(SixEndpointsBenchmark suite, StubState stub, ThreadParams thread) {
      batches = stub.batches(Endpoint.batchOf(suite.bodies), suite.delay, thread.getThreadIndex());
    }

    private List<Endpoint> nextBatch() {
      var batch = batches.get(next);
      next = (next + 1) % batches.size();
      return batch;
    }
  }

  @Benchmark
  public List<FetchResult> fetchAll(Caller caller) throws FetchException, InterruptedException {
    var batch = caller.nextBatch();
    return expected.check(batch, fetcher.fetchAll(batch));
  }
}
