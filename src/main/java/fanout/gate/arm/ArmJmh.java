package fanout.gate.arm;

import fanout.measure.ForkFailedException;
import fanout.measure.ForkProcess;
import fanout.measure.JmhJson;
import fanout.measure.JmhRun;
import fanout.measure.ResultException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/// JMH of one arm, run as a process of the arm's own JDK: what the gate itself is compiled with
/// does not matter to it.
///
/// @param arm whose JMH
/// @param options what both arms get
/// @param folder where the probe is
public record ArmJmh(ResolvedArm arm, JmhOptions options, GateFolder folder) {
  private static final Duration LIST_LIMIT = Duration.ofMinutes(2);

  /// The benchmarks in whose name one of `includes` is found, and none of `excludes`.
  ///
  /// @throws ArmException if the arm has no JMH, or its JMH does not run on the arm's JDK
  public List<ListedBenchmark> list(List<String> includes, List<String> excludes)
      throws ArmException {
    try {
      var ended =
          ForkProcess.run(new ProcessBuilder(command().list(includes, excludes)), LIST_LIMIT);
      if (!ended.succeeded()) {
        throw ArmException.usage(JmhFailureParser.ofListing(arm, ended));
      }
      return ListedBenchmark.parse(ended.out());
    } catch (IOException e) {
      throw ArmException.usage(arm.java() + " cannot be run: " + e.getMessage());
    }
  }

  /// Runs one fork, or one for each mode of the benchmark where no mode is asked for.
  ///
  /// @return what JMH's JSON says, one entry per mode
  /// @throws ForkFailedException with the benchmark's own words where it has some
  public List<JmhRun> fork(ForkRequest request) throws ForkFailedException {
    try {
      Files.deleteIfExists(folder.result());
      var annotated = arm.annotations().argumentsOf(request.row().benchmark());
      var command = command().fork(request, annotated, folder.result());
      var ended = ForkProcess.run(new ProcessBuilder(command), request.limit());
      if (ended.timedOut()) {
        throw failed("it did not end within " + request.limit().toSeconds() + " s");
      }
      if (ended.exitCode() != 0) {
        throw failed(JmhFailureParser.ofFork(ended));
      }
      return checked(request, JmhJson.read(folder.result()));
    } catch (ResultException e) {
      throw new ForkFailedException("JMH left no whole result: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ForkFailedException("JMH cannot be run: " + e.getMessage(), e);
    }
  }

  private JmhCommand command() {
    return new JmhCommand(arm, options, folder.probe());
  }

  private static List<JmhRun> checked(ForkRequest request, List<JmhRun> runs)
      throws ForkFailedException {
    if (runs.isEmpty() || (request.mode() != null && runs.size() != 1)) {
      throw failed("expected one result, got " + runs.size());
    }
    for (var run : runs) {
      var row = request.row();
      if (!run.benchmark().equals(row.benchmark())
          || !run.params().entrySet().containsAll(row.params().entrySet())) {
        throw failed(
            "expected a result of " + row + ", got one of " + run.benchmark() + run.params());
      }
      if (run.primary().values().size() != 1 || run.primary().values().getFirst().isEmpty()) {
        throw failed("expected one fork with iterations, got " + run.primary().values());
      }
    }
    return runs;
  }

  private static ForkFailedException failed(String sentence) {
    return new ForkFailedException(sentence, null);
  }
}
