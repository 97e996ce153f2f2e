package fanout.reliability;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What this JVM holds on to.
///
/// @param descriptors open files and sockets; 0 where the system does not tell
/// @param threads of the platform
/// @param processes that it started
/// @param connections that the servers have open
record Counts(long descriptors, long threads, long processes, long connections) {
  static Counts now(List<FaultRun> runs) throws IOException {
    return new Counts(
        openDescriptors(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        ProcessHandle.current().children().count(),
        runs.stream().mapToLong(run -> run.server().openConnections()).sum());
  }

  /// Whether there is not more than `before`, but for a few that a pool may have more or less of.
  boolean isFlat(Counts before, int slack) {
    return descriptors <= before.descriptors + slack
        && threads <= before.threads + slack
        && processes == before.processes
        && connections <= before.connections + slack;
  }

  private static long openDescriptors() throws IOException {
    var folder = Path.of("/proc/self/fd");
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (var open = Files.list(folder)) {
      return open.count();
    }
  }
}
