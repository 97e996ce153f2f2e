package fanout.probe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// Tells what an operation costs beside time, of the fork's JVM and of all processes below it:
///
/// - `cost.cpu`, ns/op: CPU time. Processes below the fork are counted with the kernel's resolution
///   of 10 ms, and not at all if they end within the iteration.
/// - `cost.alloc`, B/op: bytes allocated on the fork's own heap.
/// - `cost.threads`, threads: native threads at the end of the iteration, the JVMs' own included.
/// - `cost.connections`, connections: established TCP connections at the end of the iteration, less
///   those that the fork had before the benchmark began, such as the one to JMH's host.
///
/// What the system does not tell is left out. A stub that the benchmark starts as a child process
/// would count as its own cost: use a stub outside the fork.
///
/// ```shell
/// java -jar target/benchmarks.jar -prof fanout.probe.CostProfiler
/// ```
public final class CostProfiler implements InternalProfiler {
  private final int connectionsBefore = ProcessTree.connections().orElse(0);
  private long cpuNsBefore;
  private long allocatedBefore;

  @Override
  public String getDescription() {
    return "CPU time and allocated bytes per operation, threads and connections";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    cpuNsBefore = ProcessTree.cpuNs();
    allocatedBefore = Allocation.bytes();
  }

  @Override
  @SuppressWarnings("rawtypes") // JMH declares it so
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long cpuNs = ProcessTree.cpuNs() - cpuNsBefore;
    long allocated = Allocation.bytes() - allocatedBefore;
    long operations = Math.max(1, result.getMetadata().getAllOps());
    List<Result<?>> results = new ArrayList<>();
    results.add(scalar("cost.cpu", (double) cpuNs / operations, "ns/op"));
    results.add(scalar("cost.alloc", (double) allocated / operations, "B/op"));
    add(results, "cost.threads", ProcessTree.threads(), "threads");
    OptionalInt connections = ProcessTree.connections();
    if (connections.isPresent()) {
      int opened = Math.max(0, connections.getAsInt() - connectionsBefore);
      results.add(scalar("cost.connections", opened, "connections"));
    }
    return results;
  }

  private static void add(List<Result<?>> results, String name, OptionalInt value, String unit) {
    if (value.isPresent()) {
      results.add(scalar(name, value.getAsInt(), unit));
    }
  }

  private static ScalarResult scalar(String name, double value, String unit) {
    return new ScalarResult(name, value, unit, AggregationPolicy.AVG);
  }
}
