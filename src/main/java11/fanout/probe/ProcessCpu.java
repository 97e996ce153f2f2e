package fanout.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// CPU time of one process so far: of its threads that are alive in nanoseconds, and of all that it
/// ever had in ticks.
final class ProcessCpu {
  /// Linux counts 100 ticks per second for programs, whatever its own clock.
  private static final long NS_PER_TICK = 10_000_000;

  /// By how much two readings of user and system time, in whole ticks, can be apart from what was
  /// used.
  private static final long TICKS_TOLERANCE_NS = 2 * NS_PER_TICK;

  /// Positions in `stat` after the name of the command: user and system time of the process, and of
  /// its children that have ended.
  private static final int UTIME_FIELD = 11;

  private static final int CUTIME_FIELD = 13;

  private final Map<String, TaskCpu> tasks;
  private final long totalNs;

  /// Of children that have ended.
  final long endedChildrenNs;

  private ProcessCpu(Map<String, TaskCpu> tasks, long totalNs, long endedChildrenNs) {
    this.tasks = tasks;
    this.totalNs = totalNs;
    this.endedChildrenNs = endedChildrenNs;
  }

  /// Before a process was there.
  static ProcessCpu none() {
    return new ProcessCpu(Map.of(), 0, 0);
  }

  /// Reads it.
  ///
  /// @param process its folder in `/proc`
  /// @param profiler number of a thread that counts for us
  static ProcessCpu of(Path process, String profiler) {
    Map<String, TaskCpu> tasks = TaskCpu.of(process, profiler);
    try {
      String stat = Files.readString(process.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return new ProcessCpu(tasks, ns(fields, UTIME_FIELD), ns(fields, CUTIME_FIELD));
    } catch (IOException | NumberFormatException e) {
      return new ProcessCpu(tasks, 0, 0); // it has ended meanwhile
    }
  }

  /// What all its threads used that are alive.
  long liveNs() {
    return tasks.values().stream().mapToLong(task -> task.ns).sum();
  }

  /// What was used since `before`, by role. What threads used that have ended meanwhile is what the
  /// process used and no thread that is alive did, in ticks: it is the program's, as compilers and
  /// collectors end when they have had nothing to do.
  ///
  /// @param ended whether threads are known to have ended
  Map<TaskCpu.Role, Long> since(ProcessCpu before, boolean ended) {
    Map<TaskCpu.Role, Long> used = new EnumMap<>(TaskCpu.Role.class);
    for (Map.Entry<String, TaskCpu> task : tasks.entrySet()) {
      TaskCpu then = before.tasks.get(task.getKey());
      long ns = task.getValue().ns - (then == null ? 0 : then.ns);
      used.merge(task.getValue().role, ns, Long::sum);
    }
    long alive = used.values().stream().mapToLong(ns -> ns).sum();
    long lost = totalNs - before.totalNs - alive;
    boolean some = ended || !tasks.keySet().containsAll(before.tasks.keySet());
    if (some || lost > TICKS_TOLERANCE_NS) {
      used.merge(TaskCpu.Role.PROGRAM, lost, Long::sum);
    }
    return used;
  }

  private static long ns(String[] fields, int first) {
    return (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])) * NS_PER_TICK;
  }
}
