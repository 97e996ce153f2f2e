package fanout.suite.run;

import fanout.measure.JmhFiles;
import fanout.suite.plan.ExpectedRows;
import fanout.suite.plan.Plan;
import fanout.suite.result.Environment;
import fanout.suite.result.RunDirectory;
import fanout.suite.result.RunRecord;
import fanout.suite.result.Tabulation;
import fanout.suite.result.TimelineEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Writes what a run found.
///
/// @param plan what was to be found
/// @param rounds the forks of each full round
/// @param timeline the article batches
record RunWriter(Plan plan, List<List<SuiteFork>> rounds, List<TimelineEntry> timeline) {

  /// Writes all files but those that `report` makes.
  ///
  /// @return what was written
  /// @throws IOException with one sentence that names the file, if one cannot be written
  RunRecord write(RunDirectory directory, Environment environment) throws IOException {
    var forks = rounds.stream().flatMap(List::stream).toList();
    var tabulation =
        new Tabulation(plan.scenarios(), forks.stream().map(SuiteFork::result).toList());
    var run =
        new RunRecord(
            environment,
            tabulation.measurements(),
            tabulation.samples(),
            tabulation.percentiles(),
            timeline);
    directory.write(run);
    JmhFiles.writeMerged(
        directory.path().resolve(RunDirectory.JMH),
        forks.stream().map(fork -> fork.kept().jmh()).toList());
    return run;
  }

  /// @throws SuiteException if a row is missing
  void requireAll(RunRecord run) throws SuiteException {
    var missing =
        new ArrayList<>(ExpectedRows.missing(plan.forks(), rounds.size(), run.measurements()));
    missing.addAll(ExpectedRows.missingTimelines(plan.articleStrategies(), timeline));
    if (!missing.isEmpty()) {
      throw new SuiteException("Rows are missing: " + String.join(", ", missing), null);
    }
  }
}
