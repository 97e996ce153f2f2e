package fanout.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The accounts of the processors that we may use at one moment; two of them show what else was
/// done with them in between.
///
/// @param processors what they did; null where the system does not tell
/// @param ownTicks what this JVM and all processes below it used, ended ones included; null
///   likewise
/// @param load load average of one minute
public record MachineReading(
    @Nullable ProcessorAccounts processors, @Nullable Long ownTicks, @Nullable Double load) {
  private static final Path CONTROL_GROUPS = Path.of("/sys/fs/cgroup");

  /// Fields of `/proc/<pid>/stat` after the name: utime, stime, and those of ended children.
  ///
  /// @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
  private static final int FIRST_TIME = 11;

  private static final int LAST_TIME = 14;

  /// Reads the accounts, and those of this JVM's process tree.
  public static MachineReading now() {
    var self = ProcessHandle.current();
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return read(
        Path.of("/proc"),
        CONTROL_GROUPS,
        Stream.concat(Stream.of(self), self.descendants()).map(ProcessHandle::pid).toList(),
        System.nanoTime(),
        load < 0 ? null : load);
  }

  static MachineReading read(
      Path proc, Path cgroups, List<Long> ownPids, long nowNs, @Nullable Double load) {
    try {
      return new MachineReading(
          ProcessorAccounts.read(proc, cgroups, nowNs),
          ownPids.stream().mapToLong(pid -> ticksOf(proc, pid)).sum(),
          load);
    } catch (IOException | NumberFormatException _) {
      return new MachineReading(null, null, load); // not Linux
    }
  }

  /// What else was done since `before`.
  public Interference since(MachineReading before) {
    var now = processors;
    var then = before.processors;
    if (now == null
        || then == null
        || ownTicks == null
        || before.ownTicks == null
        || now.total() <= then.total()) {
      return Interference.UNKNOWN;
    }
    double total = now.total() - then.total();
    double busy = now.busy() - then.busy();
    long own = ownTicks - before.ownTicks;
    return new Interference(
        100 * (now.stolen() - then.stolen()) / total, 100 * Math.max(0, busy - own) / total);
  }

  private static long ticksOf(Path proc, long pid) {
    try {
      var stat = Files.readString(proc.resolve(Long.toString(pid)).resolve("stat"));
      // The name is in parentheses and may hold anything, blanks and parentheses too.
      var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
      long ticks = 0;
      for (int i = FIRST_TIME; i <= LAST_TIME; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks;
    } catch (IOException _) {
      return 0; // it has ended meanwhile, and its parent counts it now
    }
  }
}
