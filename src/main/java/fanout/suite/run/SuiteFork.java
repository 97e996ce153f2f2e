package fanout.suite.run;

import fanout.measure.ForkResult;
import fanout.measure.JmhFiles;
import fanout.measure.JmhFork;
import fanout.measure.JmhForkReader;
import fanout.measure.JmhJson;
import fanout.measure.JmhRun;
import fanout.measure.ResultException;
import fanout.suite.plan.PlannedFork;
import fanout.suite.result.KeptFork;

/// What one fork of the suite found.
///
/// @param result for the CSVs
/// @param kept what can be kept in a file, and be read again
/// @param warm false where its pace still rose when the warm-up was over
record SuiteFork(ForkResult result, KeptFork kept, boolean warm) {
  /// Of `fanout.probe.WarmUpProfiler`.
  private static final String STEADY = "warm.steady";

  static SuiteFork of(PlannedFork fork, int round, JmhFork jmh) throws ResultException {
    var kept = new KeptFork(fork.label(), jmh.operations(), JmhFiles.entry(jmh.jmhResult()));
    return of(fork, round, kept, jmh.run());
  }

  /// A fork of a round that was kept.
  static SuiteFork of(PlannedFork fork, int round, KeptFork kept) throws ResultException {
    var source = "round " + round + " of " + fork.label();
    var run = JmhJson.parse(source, "[" + kept.jmh() + "]").getFirst();
    return of(fork, round, kept, run);
  }

  private static SuiteFork of(PlannedFork fork, int round, KeptFork kept, JmhRun run)
      throws ResultException {
    var steady = run.secondary().get(STEADY);
    boolean warm = steady == null || steady.values().getFirst().getFirst() > 0;
    return new SuiteFork(reader(fork, round).read(run, kept.operations()), kept, warm);
  }

  private static JmhForkReader reader(PlannedFork fork, int round) {
    return new JmhForkReader(fork.scenario(), fork.benchmark().operation(), round);
  }
}
