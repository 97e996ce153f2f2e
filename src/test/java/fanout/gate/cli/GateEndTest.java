package fanout.gate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.arm.TinyJars;
import fanout.gate.run.SleepBenchmark;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A gate that is killed or stopped leaves no process, and no folder for longer than until the next
/// start. Real gates in a real repository, whose build says that it runs and never ends.
@Timeout(120)
class GateEndTest {
  /// A process beside, and one that does not end when it is asked to.
  private static final String ENDLESS_BUILD =
      "sh -c 'trap : TERM; sleep 600 & touch ../../building; while :; do sleep 600; done'";

  @TempDir Path folder;
  private Path repository;
  private Path temporary;
  private GateProcesses gates;

  @BeforeEach
  void commit() throws Exception {
    repository = Files.createDirectory(folder.resolve("repository"));
    temporary = Files.createDirectory(folder.resolve("temporary"));
    Files.writeString(repository.resolve("code"), "one");
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "-m", "one");
    gates = new GateProcesses(folder.resolve("out"), repository, temporary);
  }

  @AfterEach
  void endWhatWasStarted() {
    gates.close();
  }

  @Test
  void aGateThatIsKilledInABuildLeavesNothingAfterTheNextStart() throws Exception {
    var gate = gates.start("--base", "HEAD", "--candidate", "HEAD", "--build", ENDLESS_BUILD);
    awaitBuild();
    var below = gate.descendants().toList();
    assertThat(below).hasSizeGreaterThanOrEqualTo(4); // the guard, the shell, and two that sleep

    gate.destroyForcibly();

    assertEnd(below);
    assertThat(temporaryFolders()).as("left by the one that was killed").isNotEmpty();
    assertThat(git("worktree", "list").lines()).hasSize(2);

    var next = gates.finished("--base", "HEAD", "--candidate", "HEAD", "--build", "false");
    assertThat(next.lines()).last().asString().contains("'false' failed with exit code 1");
    assertThat(temporaryFolders()).isEmpty();
    assertThat(git("worktree", "list").lines()).hasSize(1);
  }

  @Test
  void aGateThatIsKilledWhileAnArmRunsLeavesNoProcess() throws Exception {
    var jar = TinyJars.of(folder.resolve("sleeps.jar"), SleepBenchmark.class);
    var gate =
        gates.start(GateProcesses.quick("--base", jar.toString(), "--candidate", jar.toString()));
    try (var output = gate.inputReader()) {
      awaitLine(output, "Pilot 1 of ");
      var below = gate.descendants().toList();
      while (below.size() < 3) { // the guard, JMH and its fork
        Thread.sleep(5);
        below = gate.descendants().toList();
      }
      gate.destroyForcibly();
      assertEnd(below);
    }
  }

  /// As Ctrl-C in a terminal, which reaches the build too.
  @Test
  void aGateThatIsStoppedInABuildSaysSoAndLeavesNothing() throws Exception {
    var gate =
        gates.start(
            "--base",
            "HEAD",
            "--candidate",
            "HEAD",
            "--build",
            "sh -c 'touch ../../building; sleep 600'");
    List<String> lines;
    try (var output = gate.inputReader()) {
      awaitBuild();
      var below = gate.descendants().toList();
      below.forEach(ProcessHandle::destroy);
      gate.toHandle().destroy(); // which leaves its output open
      lines = output.lines().toList();
      assertEnd(below);
    }

    assertThat(gate.waitFor()).as("%s", lines).isEqualTo(3);
    assertThat(lines)
        .last()
        .isEqualTo(
            "gate: The gate was stopped while \"sh -c touch ../../building; sleep 600\" ran");
    assertThat(temporaryFolders()).isEmpty();
    assertThat(git("worktree", "list").lines()).hasSize(1);
  }

  /// In the folder that the worktree lies in.
  private void awaitBuild() throws Exception {
    while (temporaryFiles().noneMatch(file -> file.endsWith("building"))) {
      Thread.sleep(20);
    }
  }

  private Stream<Path> temporaryFiles() throws IOException {
    try (var files = Files.walk(temporary, 2)) {
      return files.toList().stream();
    }
  }

  private List<Path> temporaryFolders() throws IOException {
    try (var files = Files.list(temporary)) {
      return files.filter(file -> file.getFileName().toString().startsWith("fanout-")).toList();
    }
  }

  private static void assertEnd(List<ProcessHandle> processes) throws Exception {
    for (var process : processes) {
      var command = process.info().commandLine().orElse("");
      assertThat(process.onExit().completeOnTimeout(null, 20, TimeUnit.SECONDS).get())
          .as("end of %s %s", process.pid(), command)
          .isNotNull();
    }
  }

  private static void awaitLine(BufferedReader output, String start) throws IOException {
    var line = output.readLine();
    while (line != null && !line.startsWith(start)) {
      line = output.readLine();
    }
    assertThat(line).as("a line that starts with %s", start).isNotNull();
  }

  private String git(String... arguments) throws Exception {
    var command =
        Stream.concat(
                Stream.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.org"),
                Stream.of(arguments))
            .toList();
    var process =
        new ProcessBuilder(command)
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .start();
    try (var output = process.inputReader()) {
      var lines = String.join("\n", output.lines().toList());
      assertThat(process.waitFor()).as(lines).isZero();
      return lines;
    }
  }
}
