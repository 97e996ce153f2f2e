package fanout.benchmark;

import fanout.cluster.ClusterException;
import fanout.cluster.LocalMembers;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long does it take until members can be given work?
///
/// - Counted: from nothing to members, each a JVM of its own, that are one cluster, and their end.
/// - One after the other: the first begins the cluster, and each other one joins it.
///
/// ```shell
/// java -jar target/fanout-cluster.jar ClusterStartBenchmark
/// ```
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 3)
@Fork(
    value = 3,
    jvmArgsAppend = {"--enable-preview", "--sun-misc-unsafe-memory-access=allow"})
@State(Scope.Benchmark)
public class ClusterStartBenchmark {
  @Param({"1", "2"})
  int members;

  @Benchmark
  public void start() throws ClusterException, InterruptedException {
    LocalMembers.start(members, 1, null).close();
  }
}
