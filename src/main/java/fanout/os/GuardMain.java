package fanout.os;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The guard's own JVM, a child of [ProcessGuard]. On standard input it gets the id of each process
/// that its parent starts, or an argument that one bears. Where that ends without
/// [ProcessGuard#DISMISSED], the parent was killed, and it ends those processes with all below
/// them.
final class GuardMain {
  private static final Path PROC = Path.of("/proc");

  /// What a program needs at most to delete its files when it is asked to end.
  private static final Duration GRACE = Duration.ofMillis(700);

  /// As long again, processes are looked for that were just being started.
  private static final Duration LAST_LOOKS = Duration.ofMillis(300);

  private static final Duration PAUSE = Duration.ofMillis(20);

  /// Of the environment of what the parent starts.
  private final String mark;

  private final List<ProcessHandle> told = new ArrayList<>();
  private String argument = "";

  private GuardMain(String mark) {
    this.mark = mark;
  }

  /// Guards until the parent is gone.
  ///
  /// @param args the mark of the processes that it starts
  public static void main(String[] args) {
    var finished = new CountDownLatch(1);
    // Ctrl-C reaches all of a terminal's processes: this one stays for as long as its parent does.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> await(finished)));
    try {
      var watch = new GuardMain(ProcessGuard.VARIABLE + "=" + args[0]);
      if (!watch.isDismissed()) {
        watch.endAll();
      }
    } finally {
      finished.countDown();
    }
  }

  /// Reads until the end of the parent. Of a process it remembers which it is now: another one that
  /// has the id later is not meant.
  private boolean isDismissed() {
    try (var lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(ProcessGuard.DISMISSED)) {
          return true;
        }
        if (line.matches("[0-9]+")) {
          ProcessHandle.of(Long.parseLong(line)).ifPresent(told::add);
        } else {
          argument = line;
        }
        told.removeIf(process -> !process.isAlive());
      }
    } catch (IOException _) {
      // A pipe that cannot be read has no parent at its other end either.
    }
    return false;
  }

  private void endAll() {
    var roots = new HashSet<>(told);
    roots.addAll(bearers());
    var all = new HashSet<>(roots);
    // Whoever's parent ends first is nobody's descendant any more.
    roots.forEach(root -> root.descendants().forEach(all::add));
    all.addAll(marked());
    roots.forEach(ProcessHandle::destroy);
    for (long end = after(GRACE); isBefore(end) && isAnyAlive(roots); ) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    for (long end = after(LAST_LOOKS); isBefore(end); ) {
      all.addAll(bearers());
      all.addAll(marked());
      all.forEach(ProcessHandle::destroyForcibly);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static boolean isAnyAlive(Set<ProcessHandle> processes) {
    return processes.stream().anyMatch(ProcessHandle::isAlive);
  }

  private Set<ProcessHandle> bearers() {
    return argument.isEmpty()
        ? Set.of()
        : ProcessHandle.allProcesses()
            .filter(process ->
                Stream.of(process.info().arguments().orElse(new String[0]))
                    .anyMatch(argument::equals))
            .collect(Collectors.toSet());
  }

  /// The processes that have the mark in their surroundings, where the system tells.
  ///
  /// @see <a
  ///   href="https://man7.org/linux/man-pages/man5/proc_pid_environ.5.html">proc_pid_environ(5)</a>
  private Set<ProcessHandle> marked() {
    var found = new HashSet<ProcessHandle>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (var process : processes) {
        if (environment(process).contains(mark)) {
          handle(process).ifPresent(found::add);
        }
      }
    } catch (IOException _) {
      // Not Linux: those that were told of end nevertheless.
    }
    return found;
  }

  private static String environment(Path process) {
    try {
      return new String(Files.readAllBytes(process.resolve("environ")), ISO_8859_1);
    } catch (IOException _) {
      return ""; // It has ended, or is somebody else's.
    }
  }

  private static Optional<ProcessHandle> handle(Path process) {
    return ProcessHandle.of(Long.parseLong(process.getFileName().toString()));
  }

  private static long after(Duration time) {
    return System.nanoTime() + time.toNanos();
  }

  private static boolean isBefore(long nanoTime) {
    return System.nanoTime() - nanoTime < 0;
  }

  private static void await(CountDownLatch finished) {
    try {
      finished.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
