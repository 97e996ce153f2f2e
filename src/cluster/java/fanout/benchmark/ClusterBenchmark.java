package fanout.benchmark;

import fanout.cluster.Cluster;
import fanout.cluster.ClusterException;
import fanout.cluster.LocalMembers;
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

/// What do more machines bring, and what does one fetch by way of a member cost?
///
/// - Counted: as many fetches of `users` as `endpoints` says, handed to members and back.
/// - Not counted: the start of members, which [ClusterStartBenchmark] times; connections.
/// - Control: [#oneMachine], the same batch in this JVM and in worker JVMs. What [#members] takes
///   longer, divided by `endpoints`, is the overhead of a fetch.
/// - Members are JVMs on this machine: they share its cores with the coordinator and the stub, so
///   that more of them bring more cost and no more cores. What other machines would bring, only
///   other machines show.
///
/// ```shell
/// java -jar target/fanout-cluster.jar ClusterBenchmark -p endpoints=60 -prof fanout.probe.CostProfiler
/// ```
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {"--enable-preview", "--sun-misc-unsafe-memory-access=allow"})
@State(Scope.Benchmark)
public class ClusterBenchmark {
  @Param({"6", "60", "600"})
  int endpoints;

  @Param("NONE")
  Delay delay;

  private List<Endpoint> batch;
  private ExpectedItems expected;

  @Setup
  public void setUp(StubState stub) throws FetchException, InterruptedException {
    expected = stub.expectedItems();
    var users = Collections.nCopies(endpoints, Endpoint.of(Content.USERS));
    batch = stub.batches(users, delay, 0).getFirst();
  }

  /// Members, and a coordinator that has proved that they fetch the whole batch.
  @State(Scope.Benchmark)
  public static class Members {
    @Param({"1", "2", "3"})
    int members;

    /// Per member: as many in all as a pool of 200 threads has, where there are two.
    @Param("100")
    int inFlight;

    private LocalMembers started;
    private BatchFetcher fetcher;

    @Setup
    public void setUp(ClusterBenchmark suite, StubState stub)
        throws ClusterException, FetchException, InterruptedException {
      var settings = stub.settings();
      started = LocalMembers.start(members, inFlight, settings.baseUri());
      fetcher = Cluster.connect(started.token(), started.addresses(), settings);
      suite.expected.check(suite.batch, fetcher.fetchAll(suite.batch));
    }

    @TearDown
    public void tearDown() {
      fetcher.close();
      started.close();
    }
  }

  /// What one machine has.
  @State(Scope.Benchmark)
  public static class OneMachine {
    @Param({"VIRTUAL_THREADS", "MULTI_PROCESS"})
    Strategy strategy;

    @Param("2")
    int processes;

    /// Per worker JVM.
    @Param("100")
    int inFlight;

    private BatchFetcher fetcher;

    @Setup
    public void setUp(ClusterBenchmark suite, StubState stub)
        throws FetchException, InterruptedException {
      var concurrency = new Concurrency(Concurrency.DEFAULT_THREADS, processes, inFlight);
      fetcher = Strategies.open(strategy, stub.settings(), concurrency);
      suite.expected.check(suite.batch, fetcher.fetchAll(suite.batch));
    }

    @TearDown
    public void tearDown() {
      fetcher.close();
    }
  }

  @Benchmark
  public List<FetchResult> members(Members members) throws FetchException, InterruptedException {
    return expected.check(batch, members.fetcher.fetchAll(batch));
  }

  @Benchmark
  public List<FetchResult> oneMachine(OneMachine machine)
      throws FetchException, InterruptedException {
    return expected.check(batch, machine.fetcher.fetchAll(batch));
  }
}
