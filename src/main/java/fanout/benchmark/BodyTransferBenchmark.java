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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What does it cost that a worker JVM sends the bytes of a body to its caller?
///
/// - Counted: one fetch of photos, 1.07 MB, by `MULTI_PROCESS`: the task's way to the worker, the
///   GET and the decoding there, and the way back.
/// - [#body] has the bytes come back through the pipe; [#summary] is the control, the same fetch of
///   which some ten bytes come back. The cost of the transfer is their difference.
/// - Not counted: starting the worker, which is warm.
/// - Floor: the copy into the pipe and the one out of it, in parts of the pipe's 64 KiB.
///
/// ```shell
/// java -jar target/benchmarks.jar BodyTransferBenchmark
/// ```
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(value = 5, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
public class BodyTransferBenchmark {
  private static final List<Endpoint> PHOTOS = List.of(Endpoint.of(Content.PHOTOS));

  /// One worker with one fetch in flight: nothing else is under way.
  private static final Concurrency ALONE = new Concurrency(1, 1, 1);

  @Benchmark
  public List<FetchResult> body(WithBody worker) throws FetchException, InterruptedException {
    return worker.transfer.fetch();
  }

  @Benchmark
  public List<FetchResult> summary(WithSummary worker) throws FetchException, InterruptedException {
    return worker.transfer.fetch();
  }

  /// A worker that sends the bytes of each body.
  @State(Scope.Benchmark)
  public static class WithBody {
    private Transfer transfer;

    @Setup
    public void setUp(StubState stub) throws FetchException, InterruptedException {
      transfer = Transfer.open(stub, ResponseMode.BODY);
    }

    @TearDown
    public void tearDown() {
      transfer.close();
    }
  }

  /// A worker that sends what it counted in each body.
  @State(Scope.Benchmark)
  public static class WithSummary {
    private Transfer transfer;

    @Setup
    public void setUp(StubState stub) throws FetchException, InterruptedException {
      transfer = Transfer.open(stub, ResponseMode.SUMMARY);
    }

    @TearDown
    public void tearDown() {
      transfer.close();
    }
  }

  /// One warm worker.
  private record Transfer(BatchFetcher fetcher, ExpectedItems expected, ResponseMode mode)
      implements AutoCloseable {

    /// Starts the worker, and proves that it sends all bytes or none.
    static Transfer open(StubState stub, ResponseMode mode)
        throws FetchException, InterruptedException {
      var settings = stub.settings().withResponseMode(mode);
      var transfer =
          new Transfer(
              Strategies.open(Strategy.MULTI_PROCESS, settings, ALONE), stub.expectedItems(), mode);
      var _ = transfer.fetch();
      return transfer;
    }

    List<FetchResult> fetch() throws FetchException, InterruptedException {
      var fetched = expected.check(PHOTOS, fetcher.fetchAll(PHOTOS));
      checkSent(fetched.getFirst());
      return fetched;
    }

    private void checkSent(FetchResult photos) {
      long sent = photos.body() == null ? 0 : photos.body().remaining();
      long due =
          switch (mode) {
            case SUMMARY -> 0;
            case BODY -> photos.bytes();
          };
      if (sent != due) {
        throw new IllegalStateException("Expected " + due + " bytes of the body, got " + sent);
      }
    }

    @Override
    public void close() {
      fetcher.close();
    }
  }
}
