package fanout.gate.run;

import fanout.gate.arm.ArmJmh;
import fanout.gate.arm.BenchmarkRow;
import fanout.gate.arm.ForkRequest;
import fanout.gate.result.GateFork;
import fanout.gate.result.GateRow;
import fanout.gate.run.ScheduledFork.Fork;
import fanout.measure.ForkFailedException;
import java.time.Duration;
import java.time.Instant;

/// Runs single forks of a row, of either arm, all with the same length.
///
/// @param baseline the baseline's JMH
/// @param candidate the candidate's
/// @param control the baseline's in another place
record RowForks(ArmJmh baseline, ArmJmh candidate, ArmJmh control) {
  /// A fork that takes longer than several times what it should has hung; a slow machine, or a slow
  /// candidate, is no reason to end it.
  private static final int PATIENCE = 10;

  private static final int PATIENCE_SECONDS = 60;

  /// Runs one fork.
  ///
  /// @param expectedSeconds what it should take
  GateFork run(Fork which, GateRow row, double expectedSeconds) throws ForkFailedException {
    var jmh =
        switch (which) {
          case BASELINE -> baseline;
          case CANDIDATE -> candidate;
          case CONTROL -> control;
        };
    var request =
        new ForkRequest(
            new BenchmarkRow(row.benchmark(), row.params()),
            row.mode(),
            row.length(),
            Duration.ofSeconds(Math.round(expectedSeconds * PATIENCE) + PATIENCE_SECONDS));
    var startedAt = Instant.now();
    var found = jmh.fork(request).getFirst();
    return MeasuredFork.of(found, startedAt, Instant.now());
  }
}
