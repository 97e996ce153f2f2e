package fanout.benchmark;

import fanout.fetch.Batch;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.ExpectedItems;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
import fanout.strategy.Strategies;
import fanout.strategy.process.MultiProcess;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/// The demonstration that this suite grew from: six fetches with a second's pause after each. How
/// long until all six are there?
///
/// - Counted: opening the strategy (its pool and its HTTP client), six fetches and pauses, and
///   closing it, as Python's `with ThreadPoolExecutor()` does. Worker JVMs of
///   [Strategy#MULTI_PROCESS] are warm; starting them is another question.
/// - Not counted: the warm-up, neither in the time nor in the costs. JMH runs `@Setup` within the
///   first iteration, which profilers watch: that one is a single shot without pause, and does not
///   count.
/// - Threads and connections are those of the pause: a profiler counts them after half the time of
///   an iteration, of which JMH itself makes nothing where it times single shots.
/// - Floor: 6 s one after the other, 1 s all at once.
///
/// ```shell
/// java -jar target/benchmarks.jar ArticleBenchmark
/// ```
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 1, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {"--enable-preview", "--sun-misc-unsafe-memory-access=allow"})
@State(Scope.Benchmark)
public class ArticleBenchmark {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Param Strategy strategy;

  @Param("200")
  int threads;

  @Param("2")
  int processes;

  @Param("3")
  int inFlight;

  /// How long batches without pause are fetched before the single shot.
  @Param("6000")
  int warmUpMillis;

  private FetchSettings settings;
  private ExpectedItems expected;

  private Batch batch = Batch.of(Endpoint.SIX);

  /// Worker JVMs, which stay open between shots; null for every other strategy.
  private @Nullable MultiProcess workers;

  /// Warms up, and proves that all six are fetched: batches without pause, with all that a single
  /// shot does beside them.
  @Setup
  public void setUp(StubState stub) throws FetchException, InterruptedException {
    expected = stub.expectedItems();
    settings = stub.settings();
    if (strategy == Strategy.MULTI_PROCESS) {
      workers = new MultiProcess(settings, concurrency(), FetchListener.NONE);
    }
    warmUp();
  }

  @Setup(Level.Iteration)
  public void choosePause(IterationParams iteration) {
    boolean counts = iteration.getType() == IterationType.MEASUREMENT;
    batch = new Batch(Endpoint.SIX, counts ? PAUSE : Duration.ZERO);
  }

  @TearDown
  public void tearDown() {
    if (workers != null) {
      workers.close();
    }
  }

  @Benchmark
  public List<FetchResult> fetchAll() throws FetchException, InterruptedException {
    var pool = workers;
    return expected.check(Endpoint.SIX, pool == null ? fetchOnce() : pool.fetchAll(batch));
  }

  private List<FetchResult> fetchOnce() throws FetchException, InterruptedException {
    try (var fetcher = Strategies.open(strategy, settings, concurrency())) {
      return fetcher.fetchAll(batch);
    }
  }

  private Concurrency concurrency() {
    return new Concurrency(threads, processes, inFlight);
  }

  private void warmUp() throws FetchException, InterruptedException {
    long begin = System.nanoTime();
    do {
      var _ = fetchAll();
    } while (System.nanoTime() - begin < TimeUnit.MILLISECONDS.toNanos(warmUpMillis));
  }
}
