package fanout.probe;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// CPU time so far of this process and of all below it; two of them show what was used in between.
final class CpuReading {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Path PROC = Path.of("/proc");
  private static final Path OWN_THREAD = PROC.resolve("thread-self");

  private final Map<Long, ProcessCpu> processes;
  private final long endedChildrenNs;
  private final long endedThreads;

  private CpuReading(Map<Long, ProcessCpu> processes, long endedChildrenNs, long endedThreads) {
    this.processes = processes;
    this.endedChildrenNs = endedChildrenNs;
    this.endedThreads = endedThreads;
  }

  /// Whether the system tells of threads.
  static boolean isPossible() {
    return Files.isReadable(PROC.resolve("self/schedstat")) && Files.exists(OWN_THREAD);
  }

  /// Reads it. The thread that does counts for us, and so do those that are marked so.
  static CpuReading now() {
    String own = ownThread();
    Map<Long, ProcessCpu> processes = new HashMap<>();
    ProcessHandle self = ProcessHandle.current();
    ProcessCpu mine = ProcessCpu.of(PROC.resolve("self"), own);
    processes.put(self.pid(), mine);
    self.descendants()
        .forEach(process ->
            processes.put(
                process.pid(), ProcessCpu.of(PROC.resolve(Long.toString(process.pid())), "")));
    long ended = THREADS.getTotalStartedThreadCount() - THREADS.getThreadCount();
    return new CpuReading(processes, mine.endedChildrenNs, ended);
  }

  /// What was used since `before`, by role, none of it below 0. Of processes that have ended it is
  /// the program's, whichever thread of theirs it was.
  Map<TaskCpu.Role, Long> since(CpuReading before) {
    Map<TaskCpu.Role, Long> used = new EnumMap<>(TaskCpu.Role.class);
    long self = ProcessHandle.current().pid();
    for (Map.Entry<Long, ProcessCpu> process : processes.entrySet()) {
      ProcessCpu then = before.processes.getOrDefault(process.getKey(), ProcessCpu.none());
      boolean ended = process.getKey() == self && endedThreads > before.endedThreads;
      process.getValue().since(then, ended).forEach((role, ns) -> used.merge(role, ns, Long::sum));
    }
    used.merge(TaskCpu.Role.PROGRAM, ofEndedSince(before), Long::sum);
    used.replaceAll((role, ns) -> Math.max(0, ns));
    return used;
  }

  private long ofEndedSince(CpuReading before) {
    long counted = 0;
    for (Map.Entry<Long, ProcessCpu> process : before.processes.entrySet()) {
      if (!processes.containsKey(process.getKey())) {
        counted += process.getValue().liveNs();
      }
    }
    return Math.max(0, endedChildrenNs - before.endedChildrenNs - counted);
  }

  private static String ownThread() {
    try {
      return String.valueOf(Files.readSymbolicLink(OWN_THREAD).getFileName());
    } catch (IOException e) {
      return "";
    }
  }
}
