package fanout.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A share of a core that a process may use, by a control group of its own (cgroup v1, which the
/// root user alone can make), from here until it is closed.
final class CpuQuota implements AutoCloseable {
  private static final Path ALL = Path.of("/sys/fs/cgroup/cpu");

  /// Short, so that a process that has used its share waits for milliseconds and not for tenths of
  /// a second.
  private static final int PERIOD_MICROS = 10_000;

  private final Path group;
  private final String pid;

  private CpuQuota(Path group, String pid) {
    this.group = group;
    this.pid = pid;
  }

  static boolean isPossible() {
    return Files.isWritable(ALL.resolve("cgroup.procs"))
        && Files.exists(ALL.resolve("cpu.cfs_quota_us"));
  }

  /// @param cores such as 0.25
  static CpuQuota of(double cores, ProcessHandle process) throws IOException {
    removeLeft();
    var pid = Long.toString(process.pid());
    var group = Files.createDirectories(ALL.resolve("fanout-" + pid));
    Files.writeString(group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROS));
    Files.writeString(
        group.resolve("cpu.cfs_quota_us"), Long.toString(Math.round(cores * PERIOD_MICROS)));
    Files.writeString(group.resolve("cgroup.procs"), pid);
    return new CpuQuota(group, pid);
  }

  /// Groups that nobody is in any more: of a process that was killed.
  private static void removeLeft() throws IOException {
    try (var groups = Files.newDirectoryStream(ALL, "fanout-*")) {
      for (var group : groups) {
        if (Files.readString(group.resolve("cgroup.procs")).isBlank()) {
          Files.delete(group);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    Files.writeString(ALL.resolve("cgroup.procs"), pid);
    Files.delete(group);
  }
}
