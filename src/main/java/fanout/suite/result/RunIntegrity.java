package fanout.suite.result;

import fanout.measure.IterationSample;
import fanout.measure.ResultException;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Metric;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.stream.Collectors;

/// Whether the files of a run's folder are all of it: each can be cut off at the end of a line, and
/// is a whole file then.
final class RunIntegrity {
  private RunIntegrity() {}

  /// @param folder the run's, for the message
  /// @throws ResultException if files do not agree about what was measured
  static void require(Path folder, RunRecord run) throws ResultException {
    if (run.measurements().isEmpty()) {
      throw new ResultException(folder.resolve(RunTables.RESULTS.fileName()) + " has no row", null);
    }
    requireSamples(folder, run);
    requirePercentiles(folder, run);
    requireTimeline(folder, run);
  }

  private static void requireSamples(Path folder, RunRecord run) throws ResultException {
    var missing =
        run.measurements().stream().map(Measurement::scenario).collect(Collectors.toSet());
    var sampled = run.samples().stream().map(IterationSample::scenario).collect(Collectors.toSet());
    var extra = new HashSet<>(sampled);
    extra.removeAll(missing);
    missing.removeAll(sampled);
    if (!missing.isEmpty() || !extra.isEmpty()) {
      throw halfThere(
          folder,
          "results.csv and samples.csv do not agree about "
              + (missing.isEmpty() ? extra : missing).iterator().next());
    }
  }

  /// The last row of a scenario is the maximum of all rounds together.
  private static void requirePercentiles(Path folder, RunRecord run) throws ResultException {
    var whole =
        run.percentiles().stream()
            .filter(p -> p.round() == null && p.percentile() == 100)
            .map(PercentilePoint::scenario)
            .collect(Collectors.toSet());
    for (var m : run.measurements()) {
      if (m.metric() == Metric.TIME_P50 && !whole.contains(m.scenario())) {
        throw halfThere(
            folder, "percentiles.csv does not reach 100 % of all rounds for " + m.scenario());
      }
    }
  }

  /// A run of the article's benchmark has one batch of each of its strategies there.
  private static void requireTimeline(Path folder, RunRecord run) throws ResultException {
    var fetches =
        run.timeline().stream()
            .collect(Collectors.groupingBy(TimelineEntry::strategy, Collectors.counting()));
    for (var m : run.measurements()) {
      var strategy = m.scenario().strategy();
      if (strategy == null || m.scenario().benchmark() != Benchmark.ARTICLE) {
        continue;
      }
      long found = fetches.getOrDefault(strategy, 0L);
      int expected = m.scenario().batchSize().orElse(1);
      if (found < expected) {
        throw halfThere(
            folder,
            "timeline.csv has %s of the %s fetches of %s"
                .formatted(found, expected, strategy.text()));
      }
    }
  }

  private static ResultException halfThere(Path folder, String what) {
    return new ResultException(folder + " is half there: " + what, null);
  }
}
