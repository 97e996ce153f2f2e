package fanout.probe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// Tells what an operation costs beside time, of the fork's JVM and of all processes below it:
///
/// - `cost.cpu`, ns/op: CPU time of the program's threads, without those that compile, collect
///   garbage or count for us. On Linux in nanoseconds; what threads and processes used that ended
///   within the iteration is told in ticks of 10 ms. On another system, of all threads, in ticks.
/// - `cost.cpu.compiler` and `cost.cpu.gc`, ns/op: CPU time of those that do; on Linux alone.
/// - `cost.operations`, ops: by which others are to be weighted, where iterations are added up.
/// - `cost.alloc`, B/op: bytes allocated on the fork's own heap, without what JMH and counting them
///   allocate; none below 16 B in a thousand operations, and where hardly more than JMH's own was
///   allocated, but for 1 kB and more in an operation; before Java 21 `B/op of live threads`, as
///   nothing is known of threads that have ended, nor of virtual ones.
/// - `cost.threads`, threads: native threads in the middle of the iteration, the JVMs' own
///   included.
/// - `cost.connections`, connections: established TCP connections in the middle of the iteration,
///   less those that the fork had before the benchmark began, such as the one to JMH's host.
///
/// What the system does not tell is left out. A stub that the benchmark starts as a child process
/// would count as its own cost: use a stub outside the fork.
///
/// ```shell
/// java -jar target/benchmarks.jar -prof fanout.probe.CostProfiler
/// ```
public final class CostProfiler implements InternalProfiler {
  private final int connectionsBefore = ProcessTree.connections().orElse(0);
  private @Nullable MidwaySample sample;
  private @Nullable CpuReading cpuBefore;
  private long cpuNsBefore;
  private long allocatedBefore;

  @Override
  public String getDescription() {
    return "CPU time and allocated bytes per operation, threads and connections";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    sample = MidwaySample.within(iteration.getTime());
    cpuNsBefore = ProcessTree.cpuNs();
    cpuBefore = CpuReading.isPossible() ? CpuReading.now() : null;
    allocatedBefore = Allocation.bytes();
  }

  /// Runs after the benchmark's own teardown where the iteration is the last one: that is why
  /// threads and connections are counted before.
  @Override
  @SuppressWarnings("rawtypes") // JMH declares it so
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long allocated = Allocation.bytes() - allocatedBefore; // first: to read CPU times allocates
    long operations = Math.max(1, result.getMetadata().getAllOps());
    List<Result<?>> results = new ArrayList<>();
    addCpu(results, operations);
    results.add(scalar("cost.operations", operations, "ops"));
    if (sample != null) {
      sample.end();
      allocated -= sample.allocatedBytes();
    }
    results.add(
        scalar(
            "cost.alloc",
            OwnAllocation.perOperation(
                allocated, operations, benchmark.getThreads(), benchmark.getMode()),
            Allocation.unitPerOperation()));
    if (sample != null) {
      add(results, "cost.threads", sample.threads(), 0, "threads");
      add(results, "cost.connections", sample.connections(), connectionsBefore, "connections");
    }
    return results;
  }

  private void addCpu(List<Result<?>> results, long operations) {
    if (cpuBefore == null) {
      double cpuNs = ProcessTree.cpuNs() - cpuNsBefore;
      results.add(scalar("cost.cpu", Math.max(0, cpuNs) / operations, "ns/op"));
      return;
    }
    Map<TaskCpu.Role, Long> used = CpuReading.now().since(cpuBefore);
    addCpu(results, "cost.cpu", used.getOrDefault(TaskCpu.Role.PROGRAM, 0L), operations);
    addCpu(results, "cost.cpu.compiler", used.getOrDefault(TaskCpu.Role.COMPILER, 0L), operations);
    addCpu(results, "cost.cpu.gc", used.getOrDefault(TaskCpu.Role.COLLECTOR, 0L), operations);
  }

  private static void addCpu(List<Result<?>> results, String name, long ns, long operations) {
    results.add(scalar(name, (double) ns / operations, "ns/op"));
  }

  private static void add(
      List<Result<?>> results, String name, OptionalInt value, int before, String unit) {
    value.ifPresent(now -> results.add(scalar(name, Math.max(0, now - before), unit)));
  }

  private static ScalarResult scalar(String name, double value, String unit) {
    return new ScalarResult(name, value, unit, AggregationPolicy.AVG);
  }
}
