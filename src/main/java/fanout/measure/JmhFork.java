package fanout.measure;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/// One finished fork of JMH.
///
/// @param run what its JSON would say of it
/// @param operations how many operations each iteration timed, which the JSON does not say
/// @param jmhResult JMH's own object, to be merged
public record JmhFork(JmhRun run, List<Long> operations, RunResult jmhResult) {

  /// Runs one fork and waits for it; it is ended if it takes longer than it may.
  ///
  /// @throws ForkFailedException with the benchmark's own message where it has one
  public static JmhFork run(JmhForkOptions options) throws ForkFailedException {
    var output = new ForkOutput();
    try (var watchdog = ForkWatchdog.start(options.limit())) {
      try {
        return only(options, new Runner(options.toJmh(watchdog.mark()), output).run());
      } catch (NoBenchmarksException e) {
        throw new ForkFailedException(
            options.benchmark() + " is not on the class path of this JVM", e);
      } catch (RunnerException e) {
        throw new ForkFailedException(
            watchdog.fired()
                ? "it did not end within " + options.limit().toSeconds() + " s"
                : ForkFailure.sentence(e, output),
            e);
      }
    }
  }

  private static JmhFork only(JmhForkOptions options, Collection<RunResult> results)
      throws ForkFailedException {
    if (results.size() != 1) {
      throw new ForkFailedException(
          "expected one result of " + options.benchmark() + ", got " + results.size(), null);
    }
    var jmhResult = results.iterator().next();
    try {
      return new JmhFork(RunResults.of(jmhResult), operations(jmhResult), jmhResult);
    } catch (ResultException e) {
      throw new ForkFailedException(String.valueOf(e.getMessage()), e);
    }
  }

  private static List<Long> operations(RunResult result) {
    return result.getBenchmarkResults().stream()
        .map(BenchmarkResult::getIterationResults)
        .flatMap(Collection::stream)
        .map(iteration -> iteration.getMetadata().getMeasuredOps())
        .toList();
  }
}
