package fanout.gate.run;

import fanout.gate.arm.GateFolder;
import fanout.gate.arm.ResolvedArm;
import fanout.measure.ForkFailedException;
import fanout.measure.ForkProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Runs the reference loop in a JVM of its own: the gate's JDK and the same flags, whatever the
/// arms have.
///
/// @param folder where its class is
record ReferenceLoopProcess(GateFolder folder) {
  private static final String MAIN = "fanout.probe.ReferenceLoop";
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /// It is the machine that is looked at, and what the optimising compiler makes is another in each
  /// JVM: a turn of the same loop took 47 us in most and 715 us in one of fifty.
  private static final String FIRST_COMPILER_ALONE = "-XX:TieredStopAtLevel=1";

  /// Time of one turn in nanoseconds.
  double nanos() throws ForkFailedException {
    var command =
        List.of(
            ResolvedArm.ownJava().toString(),
            FIRST_COMPILER_ALONE,
            "-cp",
            folder.probe().toString(),
            MAIN);
    try {
      var ended = ForkProcess.run(new ProcessBuilder(command), LIMIT);
      if (ended.exitCode() != 0 || ended.out().isEmpty()) {
        throw new ForkFailedException(
            "The reference loop ended with exit code " + ended.exitCode() + " " + ended.err(),
            null);
      }
      return Double.parseDouble(ended.out().getLast());
    } catch (IOException | NumberFormatException e) {
      throw new ForkFailedException("The reference loop cannot be run: " + e.getMessage(), e);
    }
  }
}
