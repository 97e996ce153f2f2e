package fanout.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The machine's accounts at one moment; two of them show what else it did in between.
///
/// @param totalTicks time of all processors; null where the system does not tell
/// @param busyTicks of it what any process used
/// @param stolenTicks of it what the host took away
/// @param ownTicks what this JVM and all processes below it used, ended ones included
/// @param load load average of one minute
public record MachineReading(
    @Nullable Long totalTicks,
    @Nullable Long busyTicks,
    @Nullable Long stolenTicks,
    @Nullable Long ownTicks,
    @Nullable Double load) {

  /// Fields of `cpu` in `/proc/stat`.
  ///
  /// @see <a href="https://man7.org/linux/man-pages/man5/proc_stat.5.html">proc_stat(5)</a>
  private static final int IDLE = 3;

  private static final int IO_WAIT = 4;
  private static final int STEAL = 7;
  private static final int COUNTED = 8; // guest time is part of user time already

  /// Fields of `/proc/<pid>/stat` after the name: utime, stime, and those of ended children.
  ///
  /// @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
  private static final int FIRST_TIME = 11;

  private static final int LAST_TIME = 14;

  /// Reads the accounts of this machine, and of this JVM's process tree.
  public static MachineReading now() {
    var self = ProcessHandle.current();
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return read(
        Path.of("/proc"),
        Stream.concat(Stream.of(self), self.descendants()).map(ProcessHandle::pid).toList(),
        load < 0 ? null : load);
  }

  static MachineReading read(Path proc, List<Long> ownPids, @Nullable Double load) {
    try {
      var cpu = Files.readString(proc.resolve("stat")).lines().findFirst().orElse("");
      var ticks = Stream.of(cpu.split(" +", -1)).skip(1).limit(COUNTED).map(Long::valueOf).toList();
      if (ticks.size() < COUNTED) {
        return new MachineReading(null, null, null, null, load);
      }
      long total = ticks.stream().mapToLong(Long::longValue).sum();
      long steal = ticks.get(STEAL);
      long busy = total - ticks.get(IDLE) - ticks.get(IO_WAIT) - steal;
      long own = ownPids.stream().mapToLong(pid -> ticksOf(proc, pid)).sum();
      return new MachineReading(total, busy, steal, own, load);
    } catch (IOException | NumberFormatException _) {
      return new MachineReading(null, null, null, null, load); // not Linux
    }
  }

  /// What the machine did since `before`.
  public Interference since(MachineReading before) {
    if (totalTicks == null
        || busyTicks == null
        || stolenTicks == null
        || ownTicks == null
        || before.totalTicks == null
        || before.busyTicks == null
        || before.stolenTicks == null
        || before.ownTicks == null
        || totalTicks <= before.totalTicks) {
      return Interference.UNKNOWN;
    }
    double total = totalTicks - before.totalTicks;
    long busy = busyTicks - before.busyTicks;
    long own = ownTicks - before.ownTicks;
    return new Interference(
        100 * (stolenTicks - before.stolenTicks) / total, 100 * Math.max(0, busy - own) / total);
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
