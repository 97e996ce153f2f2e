package fanout.suite.run;

import fanout.measure.ForkFailedException;
import fanout.measure.ForkLauncher;
import fanout.measure.JmhFork;
import fanout.measure.JmhForkOptions;
import fanout.measure.ResultException;
import fanout.measure.RoundOrder;
import fanout.suite.plan.PlannedFork;
import java.util.ArrayList;
import java.util.List;

/// Launches the forks of a plan, each with the run's stub and seed.
///
/// @param jvmArgs JVM arguments that every fork gets
/// @param seed of the run; the delays of each round have one of their own
record SuiteLauncher(List<String> jvmArgs, long seed)
    implements ForkLauncher<PlannedFork, SuiteFork> {
  private static final List<String> PROFILERS =
      List.of("fanout.probe.CostProfiler", "fanout.probe.WarmUpProfiler");

  /// A fork that takes longer than several times what it should has hung; a busy machine is no
  /// reason to end it.
  private static final int PATIENCE = 5;

  private static final int PATIENCE_SECONDS = 60;

  @Override
  public SuiteFork launch(PlannedFork fork, int round) throws ForkFailedException {
    try {
      return SuiteFork.of(fork, round, JmhFork.run(options(fork, round)));
    } catch (ForkFailedException | ResultException e) {
      throw new ForkFailedException(
          fork.label() + " failed in round " + round + ": " + e.getMessage(), e);
    }
  }

  private JmhForkOptions options(PlannedFork fork, int round) {
    var args = new ArrayList<>(jvmArgs);
    args.add("-Dfanout.seed=" + RoundOrder.seed(seed, round));
    return new JmhForkOptions(
        fork.jmhName(),
        fork.kind().mode(),
        fork.jmhParams(),
        fork.callers(),
        fork.length(),
        List.copyOf(args),
        // Of a process that it times, the harness's own threads and bytes say nothing.
        fork.kind().timesProcesses() ? List.of() : PROFILERS,
        fork.expected().multipliedBy(PATIENCE).plusSeconds(PATIENCE_SECONDS));
  }
}
