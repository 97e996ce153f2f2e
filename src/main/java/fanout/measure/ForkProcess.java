package fanout.measure;

import fanout.os.ChildProcess;
import fanout.os.FinishedProcess;
import java.io.IOException;
import java.time.Duration;

/// Runs a process that is ended where the run is stopped.
public final class ForkProcess {
  private ForkProcess() {}

  /// Runs a process, with nothing on its standard input.
  ///
  /// @param limit how long it may take before it is ended
  /// @throws IOException if it cannot be started
  public static FinishedProcess run(ProcessBuilder builder, Duration limit) throws IOException {
    try (var child = ChildProcess.start(builder);
        var _ = ForkUnderWay.of(child)) {
      return child.finish(limit);
    }
  }
}
