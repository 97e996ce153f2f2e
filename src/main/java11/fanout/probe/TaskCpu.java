package fanout.probe;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// CPU time of one thread so far, and what the thread is there for.
///
/// @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_task.5.html">proc_pid_task(5)</a>
final class TaskCpu {
  /// What a thread is there for.
  enum Role {
    /// Runs the program; of a JVM, all that is none of the others.
    PROGRAM,
    COMPILER,
    /// Collects garbage; the VM's own thread does it too, for the serial collector.
    COLLECTOR,
    /// Counts for us.
    PROFILER
  }

  /// Names are cut to 15 characters by Linux.
  private static final String[] COMPILERS = {
    "C1 CompilerThre", "C2 CompilerThre", "JVMCI Compiler"
  };

  private static final String[] COLLECTORS = {
    "GC Thread", "G1 ", "ZDriver", "ZDirector", "ZWorker", "ZStat", "ZUn", "Shenandoah", "VM Thread"
  };

  final Role role;
  final long ns;

  private TaskCpu(Role role, long ns) {
    this.role = role;
    this.ns = ns;
  }

  /// Those of a process that are alive, by their number; none where the system does not tell.
  ///
  /// @param process its folder in `/proc`
  /// @param profiler number of a thread that counts for us
  static Map<String, TaskCpu> of(Path process, String profiler) {
    Map<String, TaskCpu> found = new HashMap<>();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(process.resolve("task"))) {
      for (Path task : tasks) {
        read(task, profiler, found);
      }
    } catch (IOException e) {
      return found; // it has ended meanwhile
    }
    return found;
  }

  private static void read(Path task, String profiler, Map<String, TaskCpu> found) {
    String number = String.valueOf(task.getFileName());
    try {
      String name = Files.readString(task.resolve("comm")).trim();
      long ns = Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]);
      Role role = number.equals(profiler) ? Role.PROFILER : roleOf(name);
      found.put(number, new TaskCpu(role, ns));
    } catch (IOException | NumberFormatException e) {
      found.remove(number); // it has ended meanwhile
    }
  }

  static Role roleOf(String name) {
    if (name.equals(MidwaySample.THREAD)) {
      return Role.PROFILER;
    }
    if (startsWithOneOf(name, COMPILERS)) {
      return Role.COMPILER;
    }
    return startsWithOneOf(name, COLLECTORS) ? Role.COLLECTOR : Role.PROGRAM;
  }

  private static boolean startsWithOneOf(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
