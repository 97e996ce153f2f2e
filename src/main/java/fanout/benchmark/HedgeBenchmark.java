package fanout.benchmark;

import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.ExpectedItems;
import fanout.fetch.FetchException;
import fanout.fetch.FetchResult;
import fanout.fetch.Repeats;
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

/// What does a hedged request buy in the tail, and cost in requests?
///
/// - Counted: as in [SixEndpointsBenchmark], and the second requests.
/// - The stub draws a log-normal delay for each request, with a mean of 20 ms and a 99th percentile
///   of 60 ms: a second request for the same endpoint meets another one. So the delays differ from
///   fork to fork, which the error of the percentiles holds.
/// - Six equal bodies of 27 kB, so that a slow response is one that was delayed.
/// - Requests per batch: `-prof fanout.probe.RequestProfiler`; without hedging there are six.
///
/// ```shell
/// java -jar target/benchmarks.jar HedgeBenchmark -prof fanout.probe.RequestProfiler
/// ```
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 10, time = 4)
@Fork(
    value = 3,
    jvmArgsAppend = {"--enable-preview", "--sun-misc-unsafe-memory-access=allow"})
@State(Scope.Benchmark)
public class HedgeBenchmark {
  @Param({"VIRTUAL_THREADS", "ASYNC"})
  Strategy strategy;

  /// A second request is sent after this percentile of the latest responses; 0 for none.
  @Param({"0", "95", "90"})
  int hedgePercentile;

  private BatchFetcher fetcher;
  private List<Endpoint> batch;
  private ExpectedItems expected;

  /// Opens the strategy, and proves that it fetches all six before anything is timed.
  @Setup
  public void setUp(StubState stub) throws Exception {
    stub.warmUp();
    expected = stub.expectedItems();
    batch = StubState.drawnByEachRequest(Endpoint.batchOf(Bodies.EQUAL), Delay.LOGNORMAL_20_MS);
    fetcher =
        Strategies.open(
            strategy,
            stub.settings().withRepeats(new Repeats(0, hedgePercentile)),
            Concurrency.byDefault());
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
