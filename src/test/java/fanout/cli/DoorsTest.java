package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.arm.TinyJars;
import fanout.gate.cli.GateCommand;
import fanout.gate.run.SleepBenchmark;
import fanout.suite.cli.BenchCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Nobody gets in while a run is under way: no process of it listens but on the loopback interface,
/// and nobody but its user reads what it has in the temporary folder. Looked at again and again
/// while real runs are under way.
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class DoorsTest {
  @TempDir Path folder;
  private Path temporary;

  /// Addresses that processes of the run listened on.
  private final Set<String> listening = new TreeSet<>();

  /// Files and folders that others could read.
  private final Set<String> readable = new TreeSet<>();

  private int mostProcesses;

  @BeforeEach
  void makeTheTemporaryFolder() throws IOException {
    temporary = Files.createDirectory(folder.resolve("temporary"));
  }

  @Test
  void aRunOfTheSuiteIsClosed() throws Exception {
    watch(
        5, // the guard, the stub, a fork, and two workers of it
        BenchCommand.class.getName(),
        "--preset=smoke",
        "--include=SixEndpoints",
        "--p=strategy=MULTI_PROCESS,delay=NONE,bodies=SIX,processes=2",
        "--rounds=1");

    assertThat(listening).isNotEmpty().allMatch(DoorsTest::isLoopback);
    assertThat(readable).isEmpty();
  }

  @Test
  void aRunOfTheGateIsClosed() throws Exception {
    var jar = TinyJars.of(folder.resolve("sleeps.jar"), SleepBenchmark.class);
    watch(
        3, // the guard, JMH and a fork of it
        GateCommand.class.getName(),
        "--base=" + jar,
        "--candidate=" + jar,
        "-wi=0",
        "-i=5",
        "-r=100ms");

    assertThat(listening).isNotEmpty().allMatch(DoorsTest::isLoopback);
    assertThat(readable).isEmpty();
  }

  /// Watches a run until it has had so many processes for ten looks, or has ended: on a busy
  /// machine a look takes long.
  private void watch(int processes, String... command) throws Exception {
    var run = start(command);
    int looks = 0;
    try {
      for (; looks < 10 && run.isAlive(); Thread.sleep(20)) {
        var below = run.descendants().toList();
        mostProcesses = Math.max(mostProcesses, below.size());
        looks += below.size() >= processes ? 1 : 0;
        Stream.concat(Stream.of(run.toHandle()), below.stream()).forEach(this::noteDoors);
        noteFiles();
      }
      assertThat(looks).as("looks; there were %s processes at most", mostProcesses).isPositive();
    } finally {
      var below = run.descendants().toList();
      run.destroyForcibly().waitFor();
      for (var process : below) {
        process.onExit().get();
      }
    }
  }

  private void noteDoors(ProcessHandle process) {
    var proc = Path.of("/proc", Long.toString(process.pid()));
    try {
      var sockets = sockets(proc.resolve("fd"));
      for (var table : List.of("net/tcp", "net/tcp6")) {
        Files.readString(proc.resolve(table))
            .lines()
            .skip(1)
            .forEach(line -> {
              var columns = line.strip().split(" +", -1);
              if (columns[3].equals("0A") && sockets.contains("socket:[" + columns[9] + "]")) {
                listening.add(columns[1].substring(0, columns[1].indexOf(':')));
              }
            });
      }
    } catch (IOException | UncheckedIOException _) {
      // It has just ended.
    }
  }

  private static Set<String> sockets(Path descriptors) throws IOException {
    var sockets = new TreeSet<String>();
    try (var links = Files.newDirectoryStream(descriptors)) {
      for (var link : links) {
        try {
          sockets.add(Files.readSymbolicLink(link).toString());
        } catch (IOException _) {
          // It has just been closed.
        }
      }
    }
    return sockets;
  }

  /// Hexadecimal digits of each word in the machine's order: 127.x.y.z, ::1, or the former in IPv6.
  ///
  /// @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">proc_pid_net(5)</a>
  private static boolean isLoopback(String address) {
    return address.matches("[0-9A-F]{6}7F|0{24}01000000|0{16}FFFF0000[0-9A-F]{6}7F");
  }

  /// JMH's own files hold what a fork printed, and are made as JMH makes them.
  private void noteFiles() throws IOException {
    try (var files = Files.newDirectoryStream(temporary)) {
      for (var file : files) {
        try {
          var open = new TreeSet<>(Files.getPosixFilePermissions(file));
          open.removeIf(permission -> permission.name().startsWith("OWNER"));
          if (!open.isEmpty() && !file.getFileName().toString().startsWith("jmh")) {
            readable.add(file.getFileName() + " " + open);
          }
        } catch (IOException _) {
          // It has just been deleted.
        }
      }
    }
  }

  private Process start(String... command) throws IOException {
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
    words.addAll(List.of(command));
    return new ProcessBuilder(words)
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("output.txt").toFile())
        .redirectErrorStream(true)
        .start();
  }
}
