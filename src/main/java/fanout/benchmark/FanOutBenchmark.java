package fanout.benchmark;

import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.ExpectedItems;
import fanout.fetch.FetchException;
import fanout.fetch.FetchResult;
import fanout.strategy.Strategies;
import fanout.vocabulary.Content;
import fanout.vocabulary.Delay;
import fanout.vocabulary.Strategy;
import java.util.Collections;
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

/// How does the time of a batch grow with the number of endpoints in it?
///
/// - Counted: as many fetches of `users` (5.6 kB) as `endpoints` says, each responded to after 100
///   ms, and a check of each response's count of items.
/// - Not counted: opening the strategy and its connections.
/// - Users only: all six at 6000 would be 1.3 GB a batch.
/// - Floor: 100 ms × `endpoints` ÷ the fetches that the strategy has in flight at once, which is 1
///   for [Strategy#SEQUENTIAL], `threads` for the pools, `processes` × `inFlight` for worker JVMs,
///   and all for the others; with all of them in flight, [FanOutFloorBenchmark].
///
/// ```shell
/// java -jar target/benchmarks.jar FanOutBenchmark -p strategy=VIRTUAL_THREADS -p endpoints=6,60,600
/// ```
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {"--enable-preview", "--sun-misc-unsafe-memory-access=allow"})
@State(Scope.Benchmark)
public class FanOutBenchmark {
  @Param Strategy strategy;

  @Param({"6", "60", "600"})
  int endpoints;

  @Param("200")
  int threads;

  @Param("2")
  int processes;

  /// Per worker JVM: as many in all as a pool of 200 threads has.
  @Param("100")
  int inFlight;

  private List<Endpoint> batch;
  private ExpectedItems expected;
  private BatchFetcher fetcher;

  /// Opens the strategy, proves that it fetches the whole batch, and warms it up with such batches.
  @Setup
  public void setUp(StubState stub) throws Exception {
    stub.warmUp();
    expected = stub.expectedItems();
    var users = Collections.nCopies(endpoints, Endpoint.of(Content.USERS));
    batch = stub.batches(users, Delay.FIXED_100_MS, 0).getFirst();
    fetcher =
        Strategies.open(strategy, stub.settings(), new Concurrency(threads, processes, inFlight));
    expected.check(batch, fetcher.fetchAll(batch));
    WarmUp.untilSteady(() -> expected.check(batch, fetcher.fetchAll(batch)));
  }

  @TearDown
  public void tearDown() {
    fetcher.close();
  }

  @Benchmark
  public List<FetchResult> fetchAll() throws FetchException, InterruptedException {
    return expected.check(batch, fetcher.fetchAll(batch));
  }
}
