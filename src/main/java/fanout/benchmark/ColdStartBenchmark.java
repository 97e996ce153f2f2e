package fanout.benchmark;

import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.program.ProgramLauncher;
import fanout.program.ProgramOutput;
import fanout.program.ProgramSettings;
import fanout.program.Programs;
import fanout.vocabulary.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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

/// What does a user of a command-line program feel? `scripts/fetch` with each strategy, and its
/// counterparts in Python, as whole processes: all six endpoints fetched once.
///
/// - Counted: everything from exec to exit: starting the JVM or the interpreter, loading code, the
///   fetches, their decoding, worker processes, printing to a file, going away.
/// - Not counted: the stub, which runs already (a suite's is warm; plain JMH has one of its own per
///   fork), and reading what was printed. The program's files are in the page cache: it has run
///   once without pause, as the check.
/// - [#noPause()] is the start itself; [#pauseOneSecond()] is the article, of which 6 s (one after
///   the other) or 1 s (all at once) are waiting.
/// - Floor: the same file in Python, with the same fetches, status check and JSON decoding, by the
///   standard library alone, and beside it with `requests`. Its pools have six workers; those of
///   `MULTI_PROCESS` are `processes` × `inFlight`.
///
/// ```shell
/// java -jar target/benchmarks.jar ColdStartBenchmark -p program=VIRTUAL_THREADS,PYTHON_THREAD_POOL
/// ```
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 5)
@Fork(
    value = 2,
    jvmArgsAppend = {"--enable-preview", "--sun-misc-unsafe-memory-access=allow"})
@State(Scope.Benchmark)
public class ColdStartBenchmark {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// Every strategy, and every program in Python; plain JMH is given all that can run here.
  @Param("VIRTUAL_THREADS")
  String program;

  @Param("200")
  int threads;

  @Param("2")
  int processes;

  @Param("3")
  int inFlight;

  private ProgramOutput expected;
  private ProgramLauncher withoutPause;
  private ProgramLauncher withPause;
  private ProgramLauncher last;
  private int exitCode;

  /// Runs the program once, which proves that it fetches all six and leaves its files in the page
  /// cache.
  @Setup
  public void setUp(StubState stub) throws IOException, FetchException, InterruptedException {
    var chosen = Program.named(program);
    Programs.unavailable(chosen)
        .ifPresent(reason -> {
          throw new IllegalStateException(program + " cannot be run: " + reason);
        });
    expected = new ProgramOutput(Endpoint.SIX.size(), stub.expectedItems().total(Endpoint.SIX));
    withoutPause = open(chosen, stub, Duration.ZERO);
    withPause = open(chosen, stub, PAUSE);
    run(withoutPause);
    check();
  }

  @TearDown
  public void tearDown() throws IOException {
    withoutPause.close();
    withPause.close();
  }

  @Benchmark
  public int noPause() throws IOException, InterruptedException {
    return run(withoutPause);
  }

  @Benchmark
  public int pauseOneSecond() throws IOException, InterruptedException {
    return run(withPause);
  }

  /// Of the single shot just timed; the clock has stopped.
  @TearDown(Level.Iteration)
  public void check() throws IOException {
    expected.check(exitCode, last.output());
  }

  private int run(ProgramLauncher launcher) throws IOException, InterruptedException {
    last = launcher;
    exitCode = launcher.run();
    return exitCode;
  }

  private ProgramLauncher open(Program chosen, StubState stub, Duration pause) throws IOException {
    return ProgramLauncher.open(
        chosen,
        new ProgramSettings(
            stub.settings().baseUri(), new Concurrency(threads, processes, inFlight), pause));
  }
}
