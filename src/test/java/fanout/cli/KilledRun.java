package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// A run in a JVM of its own that is killed, with a temporary folder of its own.
abstract class KilledRun {
  private final Path place;
  private final Path temporary;

  KilledRun(Path place) throws IOException {
    this.place = Files.createDirectories(place);
    this.temporary = Files.createDirectories(place.resolve("temporary"));
  }

  /// What became of it.
  ///
  /// @param processes how many it had started, which have ended
  /// @param slowest how long the last of them lived on
  /// @param roundsSeen how many rounds it had said to be finished
  record Killed(int processes, Duration slowest, int roundsSeen) {}

  /// Main class and options.
  abstract List<String> command();

  /// The same of a run that ends at once, with any exit code.
  abstract List<String> nextCommand();

  /// How many rounds a line says to be finished, at most and surely kept; 0 if it says nothing.
  abstract int roundsIn(String line);

  /// Checks that what was measured can be read.
  ///
  /// @return the rounds that are there
  abstract int requireKept(int roundsSeen) throws Exception;

  Path place() {
    return place;
  }

  Killed killAfter(String line, Duration wait, Duration patience) throws Exception {
    var process = start(command());
    Set<ProcessHandle> below = new HashSet<>();
    int rounds;
    try (var output = process.inputReader()) {
      rounds = awaitLine(output, line);
      rounds = Math.max(rounds, readFor(wait, process, output, below));
      process.descendants().forEach(below::add);
    } finally {
      process.destroyForcibly().waitFor();
    }
    long killedNs = System.nanoTime();
    while (below.stream().anyMatch(KilledRun::isRunning)) {
      var lived = Duration.ofNanos(System.nanoTime() - killedNs);
      assertThat(lived).as("time that %s lived on", names(below)).isLessThan(patience);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    return new Killed(below.size(), Duration.ofNanos(System.nanoTime() - killedNs), rounds);
  }

  void requireCleanAfterTheNextStart() throws Exception {
    var next = start(nextCommand());
    try (var output = next.inputReader()) {
      var lines = output.lines().toList();
      next.waitFor();
      try (var left = Files.newDirectoryStream(temporary, "fanout-*")) {
        assertThat(left).as("%s", lines).isEmpty();
      }
    }
  }

  private int awaitLine(BufferedReader output, String start) throws IOException {
    var seen = new ArrayList<String>();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      seen.add(line);
      if (line.startsWith(start)) {
        return roundsIn(line);
      }
    }
    throw new AssertionError("No line starts with " + start + ": " + seen);
  }

  private int readFor(
      Duration wait, Process process, BufferedReader output, Set<ProcessHandle> below)
      throws IOException {
    int rounds = 0;
    for (long end = System.nanoTime() + wait.toNanos(); System.nanoTime() - end < 0; ) {
      while (output.ready()) {
        var line = output.readLine();
        rounds = line == null ? rounds : Math.max(rounds, roundsIn(line));
      }
      process.descendants().forEach(below::add);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return rounds;
  }

  private Process start(List<String> command) throws IOException {
    var words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "--enable-preview",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djmh.ignoreLock=true",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path")));
    words.addAll(command);
    return new ProcessBuilder(words).directory(place.toFile()).redirectErrorStream(true).start();
  }

  /// Whether it has not ended. One that nobody has reaped yet is a line in a table and no process
  /// any more, though its handle says that it is alive: of an orphan that is up to the first
  /// process of the machine, which may take its time.
  private static boolean isRunning(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    var stat = Path.of("/proc", Long.toString(process.pid()), "stat");
    try {
      var afterName = Files.readString(stat).replaceFirst("(?s).*\\) ", "");
      return !afterName.startsWith("Z") && !afterName.startsWith("X");
    } catch (IOException _) {
      return !Files.exists(Path.of("/proc/self"));
    }
  }

  private static List<String> names(Set<ProcessHandle> processes) {
    return processes.stream()
        .filter(KilledRun::isRunning)
        .map(process -> process.pid() + " " + process.info().commandLine().orElse(""))
        .toList();
  }
}
