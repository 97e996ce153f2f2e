package fanout.gate.run;

import fanout.gate.arm.ArmJmh;
import fanout.gate.arm.ForkRequest;
import fanout.measure.ForkFailedException;
import fanout.measure.ForkLength;
import fanout.measure.StopSignal;
import java.time.Duration;

/// One fork that does next to nothing: what it takes, the others take beside their iterations.
///
/// @param baseline whose fork
/// @param stop ends it early
record StartProbe(ArmJmh baseline, StopSignal stop) {
  /// A single iteration, of the shortest time that JMH takes.
  private static final ForkLength SHORTEST = new ForkLength(0, 1, 1, 1);

  /// Two JVMs start in no less; the pilots will say why a fork of a benchmark fails.
  static final double LEAST_SECONDS = 0.7;

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final double NS_PER_SECOND = 1e9;

  /// Seconds that a fork of `row` takes, in one of its modes.
  double seconds(ExpectedRow row) {
    long start = System.nanoTime();
    try {
      int modes = baseline.fork(new ForkRequest(row.row(), null, SHORTEST, LIMIT)).size();
      return Math.max(LEAST_SECONDS, (System.nanoTime() - start) / NS_PER_SECOND / modes);
    } catch (ForkFailedException _) {
      var _ = stop.stoppedWithin(StopSignal.PATIENCE); // which may have ended it
      return LEAST_SECONDS;
    }
  }
}
