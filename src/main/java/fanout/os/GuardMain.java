package fanout.os;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

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

/// The guard's own JVM, a child of [ProcessGuard]. On standard input it gets the id of each process
/// that its parent starts. Where that ends without [ProcessGuard#DISMISSED], the parent was killed,
/// and it ends those processes with all below them.
final class GuardMain {
  private static final Path PROC = Path.of("/proc");

  /// What a program needs at most to delete its files when it is asked to end.
  private static final Duration GRACE = Duration.ofMillis(700);

  /// As long again, processes are looked for that were just being started.
  private static final Duration LAST_LOOKS = Duration.ofMillis(300);

  private static final Duration PAUSE = Duration.ofMillis(20);

  private GuardMain() {}

  /// Guards until the parent is gone.
  ///
  /// @param args the mark of the processes that it starts
  public static void main(String[] args) {
    var finished = new CountDownLatch(1);
    // Ctrl-C reaches all of a terminal's processes: this one stays for as long as its parent does.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> await(finished)));
    var watched = new ArrayList<ProcessHandle>();
    try {
      if (!isDismissed(watched)) {
        endAll(watched, ProcessGuard.VARIABLE + "=" + args[0]);
      }
    } finally {
      finished.countDown();
    }
  }

  /// Reads until the end of the parent.
  ///
  /// @param watched gets the processes that it starts, as they are now: another one that has the id
  ///   later is not meant
  private static boolean isDismissed(List<ProcessHandle> watched) {
    try (var lines = new BufferedReader(new InputStreamReader(System.in, US_ASCII))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(ProcessGuard.DISMISSED)) {
          return true;
        }
        ProcessHandle.of(Long.parseLong(line)).ifPresent(watched::add);
        watched.removeIf(process -> !process.isAlive());
      }
    } catch (IOException _) {
      // A pipe that cannot be read has no parent at its other end either.
    }
    return false;
  }

  private static void endAll(List<ProcessHandle> roots, String mark) {
    var all = new HashSet<>(roots);
    // Whoever's parent ends first is nobody's descendant any more.
    roots.forEach(root -> root.descendants().forEach(all::add));
    all.addAll(marked(mark));
    roots.forEach(ProcessHandle::destroy);
    for (long end = after(GRACE);
        isBefore(end) && roots.stream().anyMatch(ProcessHandle::isAlive); ) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    for (long end = after(LAST_LOOKS); isBefore(end); all.addAll(marked(mark))) {
      all.forEach(ProcessHandle::destroyForcibly);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /// The processes that have the mark in their surroundings, where the system tells.
  ///
  /// @see <a
  ///   href="https://man7.org/linux/man-pages/man5/proc_pid_environ.5.html">proc_pid_environ(5)</a>
  private static Set<ProcessHandle> marked(String mark) {
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
