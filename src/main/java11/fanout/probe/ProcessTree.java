package fanout.probe;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// What this process and all below it use, as far as the system tells: threads and connections are
/// read from Linux's `/proc`.
///
/// @see <a href="https://man7.org/linux/man-pages/man5/proc.5.html">proc(5)</a>
final class ProcessTree {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final Path PROC = Path.of("/proc");
  private static final String ESTABLISHED = "01";
  private static final int STATE_COLUMN = 3;
  private static final int INODE_COLUMN = 9;

  private ProcessTree() {}

  /// CPU time so far, in nanoseconds, of the processes that run: all that systems without `/proc`
  /// tell.
  static long cpuNs() {
    long below =
        ProcessHandle.current()
            .descendants()
            .mapToLong(
                process -> process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L))
            .sum();
    return SYSTEM.getProcessCpuTime() + below;
  }

  /// Native threads now, the JVMs' own included.
  static OptionalInt threads() {
    return sum(ProcessTree::threadsOf);
  }

  /// Established TCP connections now.
  static OptionalInt connections() {
    if (!Files.isReadable(PROC.resolve("self/net/tcp"))) {
      return OptionalInt.empty();
    }
    Set<String> established = establishedInodes();
    return sum(process -> connectionsOf(process, established));
  }

  private static OptionalInt sum(ToIntFunction<Path> figure) {
    if (!Files.isDirectory(PROC.resolve("self"))) {
      return OptionalInt.empty();
    }
    ProcessHandle self = ProcessHandle.current();
    return OptionalInt.of(
        Stream.concat(Stream.of(self), self.descendants())
            .map(process -> PROC.resolve(Long.toString(process.pid())))
            .mapToInt(figure)
            .sum());
  }

  /// A process that ends meanwhile counts as nothing.
  private static int threadsOf(Path process) {
    return count(process.resolve("task"), entry -> true);
  }

  private static int connectionsOf(Path process, Set<String> established) {
    return count(process.resolve("fd"), descriptor -> isOneOf(established, descriptor));
  }

  private static boolean isOneOf(Set<String> inodes, Path descriptor) {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith("socket:[")
          && inodes.contains(target.substring("socket:[".length(), target.length() - 1));
    } catch (IOException e) {
      return false;
    }
  }

  private static int count(Path folder, Predicate<Path> counts) {
    int found = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        found += counts.test(entry) ? 1 : 0;
      }
    } catch (IOException e) {
      return 0;
    }
    return found;
  }

  private static Set<String> establishedInodes() {
    Set<String> inodes = new HashSet<>();
    for (String table : new String[] {"self/net/tcp", "self/net/tcp6"}) {
      try (Stream<String> lines = Files.lines(PROC.resolve(table))) {
        lines
            .skip(1)
            .map(line -> line.trim().split("\\s+"))
            .filter(columns -> columns[STATE_COLUMN].equals(ESTABLISHED))
            .forEach(columns -> inodes.add(columns[INODE_COLUMN]));
      } catch (IOException e) {
        // A system without IPv6 has no second table.
        continue;
      }
    }
    return inodes;
  }
}
