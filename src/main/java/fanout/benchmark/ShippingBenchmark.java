package fanout.benchmark;

import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.ExpectedItems;
import fanout.fetch.FetchException;
import fanout.fetch.FetchResult;
import fanout.fetch.ResponseMode;
import fanout.strategy.Strategies;
import fanout.vocabulary.Content;
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

/// What does it cost that a worker JVM ships an answer's bytes to its caller?
///
/// - Counted: one fetch of photos, 1.07 MB, by `MULTI_PROCESS`: the hand-over, the GET and the
///   decoding in the worker, and the way back.
/// - `answers`: with `BODY` the bytes come back through the pipe; `SUMMARY` is the control, the
///   same fetch of which some ten bytes come back. The cost of shipping is their difference.
/// - Not counted: starting the worker, which is warm.
/// - Floor: the copy into the pipe and the one out of it, in parts of the pipe's 64 KiB.
///
/// ```shell
/// java -jar target/benchmarks.jar ShippingBenchmark
/// ```
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(value = 5, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
@State(Scope.Benchmark)
public class ShippingBenchmark {
  private static final List<Endpoint> PHOTOS = List.of(Endpoint.of(Content.PHOTOS));

  /// One worker with one fetch in flight: nothing else is under way.
  private static final Concurrency ALONE = new Concurrency(1, 1, 1);

  @Param ResponseMode answers;

  private BatchFetcher fetcher;
  private ExpectedItems expected;

  /// Starts the worker, and proves that it ships all bytes or none.
  @Setup
  public void setUp(StubState stub) throws FetchException, InterruptedException {
    expected = stub.expectedItems();
    fetcher =
        Strategies.open(Strategy.MULTI_PROCESS, stub.settings().withResponseMode(answers), ALONE);
    var _ = fetchAndCheck();
  }

  @TearDown
  public void tearDown() {
    fetcher.close();
  }

  @Benchmark
  public List<FetchResult> fetchPhotos() throws FetchException, InterruptedException {
    return fetchAndCheck();
  }

  private List<FetchResult> fetchAndCheck() throws FetchException, InterruptedException {
    var answered = expected.check(PHOTOS, fetcher.fetchAll(PHOTOS));
    checkShipped(answered.getFirst());
    return answered;
  }

  private void checkShipped(FetchResult photos) {
    long shipped = photos.body() == null ? 0 : photos.body().remaining();
    long due =
        switch (answers) {
          case SUMMARY -> 0;
          case BODY -> photos.bytes();
        };
    if (shipped != due) {
      throw new IllegalStateException("Expected " + due + " bytes shipped, got " + shipped);
    }
  }
}
