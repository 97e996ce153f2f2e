package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.cli.GateCommand;
import fanout.measure.LockHoldingJvm;
import fanout.suite.cli.BenchCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.Main;

/// Suite, gate and JMH, each in a JVM of its own, beside a run that holds the lock.
@Timeout(120)
class OneRunAtATimeTest {
  @TempDir Path folder;
  private Path temporary;
  private final List<Process> started = new ArrayList<>();
  private Process holder;

  @BeforeEach
  void takeTheLock() throws IOException {
    temporary = Files.createDirectory(folder.resolve("temporary"));
    holder = LockHoldingJvm.start(temporary);
    started.add(holder);
  }

  @AfterEach
  void endWhatWasStarted() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void aSecondSuiteSaysWhoMeasuresAndDoesNothing() throws Exception {
    var bench = start(BenchCommand.class, "--preset=smoke", "--include=Decode");

    assertThat(lines(bench))
        .containsExactly(
            "bench: " + busy(), "fanout: exit code 1: the run could not be carried out");
    assertThat(bench.waitFor()).isEqualTo(1);
    assertThat(folder.resolve("benchmarks-results")).doesNotExist();
  }

  @Test
  void aSecondGateSaysWhoMeasuresAndDoesNothing() throws Exception {
    var gate = start(GateCommand.class, "--base", "HEAD", "--candidate", "HEAD");

    assertThat(lines(gate)).containsExactly("gate: " + busy());
    assertThat(gate.waitFor()).isEqualTo(3);
    assertThat(folder.resolve("fanout-gate")).doesNotExist();
  }

  @Test
  void plainJmhIsKeptAwayToo() throws Exception {
    var jmh = start(Main.class, "TinyBenchmark", "-f", "0");

    assertThat(lines(jmh)).anyMatch(line -> line.contains("Another JMH instance might be running"));
    assertThat(jmh.waitFor()).isNotZero();
  }

  @Test
  void aRunThatWaitsBeginsWhenTheOtherIsGoneHoweverThatEnded() throws Exception {
    var bench = start(BenchCommand.class, "--preset=smoke", "--include=Decode", "--wait");
    try (var output = bench.inputReader()) {
      assertThat(output.readLine())
          .isEqualTo(
              "Waiting for another run on this machine to end: process "
                  + holder.pid()
                  + ", bench --preset full.");
      holder.destroyForcibly();
      assertThat(output.readLine()).startsWith("Plan: ");
    }
  }

  private String busy() {
    return "Another run measures on this machine, and both would be wrong: process "
        + holder.pid()
        + ", bench --preset full; --wait waits for its end";
  }

  private static List<String> lines(Process process) throws IOException {
    try (var output = process.inputReader()) {
      return output.lines().toList();
    }
  }

  private Process start(Class<?> main, String... options) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-preview",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(options));
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    started.add(process);
    return process;
  }
}
