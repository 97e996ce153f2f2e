package fanout.suite.run;

import fanout.measure.ForkResult;
import fanout.measure.JmhFiles;
import fanout.measure.JmhFork;
import fanout.measure.JmhForkReader;
import fanout.measure.JmhJson;
import fanout.measure.ResultException;
import fanout.suite.plan.PlannedFork;
import fanout.suite.result.KeptFork;

/// What one fork of the suite found.
///
/// @param result for the CSVs
/// @param kept what can be kept in a file, and be read again
record SuiteFork(ForkResult result, KeptFork kept) {

  static SuiteFork of(PlannedFork fork, int round, JmhFork jmh) throws ResultException {
    var kept = new KeptFork(fork.label(), jmh.operations(), JmhFiles.entry(jmh.jmhResult()));
    return new SuiteFork(reader(fork, round).read(jmh.run(), jmh.operations()), kept);
  }

  /// A fork of a round that was kept.
  static SuiteFork of(PlannedFork fork, int round, KeptFork kept) throws ResultException {
    var source = "round " + round + " of " + fork.label();
    var run = JmhJson.parse(source, "[" + kept.jmh() + "]").getFirst();
    return new SuiteFork(reader(fork, round).read(run, kept.operations()), kept);
  }

  private static JmhForkReader reader(PlannedFork fork, int round) {
    return new JmhForkReader(fork.scenario(), fork.benchmark().operation(), round);
  }
}
