package fanout.benchmark;

import fanout.fetch.Concurrency;
import fanout.strategy.process.WorkerPool;
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

/// What does it cost to hand one task to another process and have it back?
///
/// - Counted: choosing a worker, a frame over its pipe, a virtual thread there, a frame back, and
///   waking the caller: the way that a fetch of `MULTI_PROCESS` takes, without the fetch.
/// - Not counted: starting the workers, which are warm.
/// - Sizes: frames of some ten bytes; one task under way at a time, so that nothing is shared. A
///   batch of six is `SixEndpointsBenchmark` with `MULTI_PROCESS`, beside `FIXED_POOL`.
/// - Floor: two writes to a pipe that wake a sleeping thread, which the kernel sets.
///
/// ```shell
/// java -jar target/benchmarks.jar PipeRoundTripBenchmark
/// ```
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
@State(Scope.Benchmark)
public class PipeRoundTripBenchmark {
  /// No echo uses them: it needs a thread of its own in the worker alone.
  private static final int THREADS = 1;

  @Param("2")
  int processes;

  @Param("3")
  int inFlight;

  private WorkerPool pool;

  /// Starts the workers, and proves that a task comes back.
  @Setup
  public void setUp(StubState stub) throws InterruptedException {
    pool = new WorkerPool(stub.settings(), new Concurrency(THREADS, processes, inFlight));
    pool.echo();
  }

  @TearDown
  public void tearDown() {
    pool.close();
  }

  @Benchmark
  public void echo() throws InterruptedException {
    pool.echo();
  }
}
