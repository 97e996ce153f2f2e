package fanout.suite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.cli.CommandRunner;
import fanout.stub.Payloads;
import fanout.stub.StubServer;
import fanout.suite.result.RunDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a run has measured is there whatever becomes of it: real runs in JVMs of their own, with
/// one small benchmark.
@Timeout(120)
class BenchResumeTest {
  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatWasStarted() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void aRunThatIsKilledCanBeDrawnAndResumed() throws Exception {
    var killed =
        bench(
            List.of(),
            "--preset=smoke",
            "--include=Decode",
            "--p=content=USERS",
            "--rounds=4",
            "--seed=7");
    try (var output = killed.inputReader()) {
      awaitLine(output, "[2/4]");
      // The second round is on the disk when the third begins.
      while (!Files.exists(unfinished().resolve("rounds/round-2.json"))) {
        Thread.sleep(5);
      }
      killed.destroyForcibly().waitFor();
    }
    var kept = unfinished();
    assertThat(CommandRunner.run(new ChartCommand(), kept.toString())).isZero();
    var partial = RunDirectory.read(kept).environment();
    assertThat(partial.notQuotable())
        .anyMatch(why -> why.matches("The run was stopped after [12] of 4 rounds."));

    var resumed = bench(List.of(), "--resume");
    var lines = lines(resumed);

    assertThat(resumed.waitFor()).as("%s", lines).isZero();
    assertThat(lines)
        .contains("Seed: 7.", "Resuming after round 2 of 4.")
        .anyMatch(line -> line.startsWith("[4/4] round 4: "))
        .noneMatch(line -> line.startsWith("[2/4]"));
    var run = RunDirectory.read(folder.resolve("latest"));
    assertThat(run.environment().run().startedAt()).isEqualTo(partial.run().startedAt());
    assertThat(run.environment().rounds().finished()).isEqualTo(4);
    assertThat(run.measurements()).allMatch(row -> row.forks() == 4);
    assertThat(folder.resolve("latest/jmh.json")).content().contains("\"forks\" : 4");
    assertThat(folder.resolve("latest/rounds")).doesNotExist();
    assertThat(lines(bench(List.of(), "--resume")))
        .contains("bench: There is no run in " + folder + " to resume");
  }

  /// A limit on the size of files is what a full disk is for one file.
  @Test
  void aFileThatCannotBeWrittenIsNamedAndTheRoundsBeforeAreKept() throws Exception {
    try (var stub = StubServer.start(Payloads.generated())) {
      var full =
          bench(
              List.of("bash", "-c", "ulimit -f 24; exec \"$@\"", "limited"),
              "--preset=smoke",
              "--include=Decode",
              "--p=content=USERS",
              "--rounds=99",
              "--stub=" + stub.baseUri());
      var lines = lines(full);

      assertThat(full.waitFor()).as("%s", lines).isEqualTo(1);
      assertThat(lines)
          .noneMatch(line -> line.startsWith("\tat "))
          .anyMatch(line ->
              line.matches(
                  "bench: .*\\.(json|csv) cannot be written: .* rounds, which scripts/chart draws; --resume continues it\\)"));
      assertThat(RunDirectory.read(unfinished()).measurements()).isNotEmpty();
    }
  }

  @Test
  void resumingTakesNoOptionsOfTheMeasuring() throws Exception {
    var bench = bench(List.of(), "--resume", "--preset=smoke");

    assertThat(lines(bench))
        .contains(
            "bench: --resume takes the options that the run began with, got also: --preset=smoke");
    assertThat(bench.waitFor()).isEqualTo(64);
  }

  private Path unfinished() throws IOException {
    try (var runs = Files.list(folder.resolve("runs"))) {
      return runs.filter(run -> run.toString().endsWith(".FAIL")).findFirst().orElseThrow();
    }
  }

  private Process bench(List<String> before, String... options) throws IOException {
    var java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "--enable-preview",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djmh.ignoreLock=true",
            "-cp",
            System.getProperty("java.class.path"),
            BenchCommand.class.getName(),
            "--results=" + folder);
    var command =
        Stream.of(before.stream(), java, Stream.of(options)).flatMap(words -> words).toList();
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    started.add(process);
    return process;
  }

  private static List<String> lines(Process process) throws IOException {
    try (var output = process.inputReader()) {
      return output.lines().toList();
    }
  }

  private static void awaitLine(BufferedReader output, String start) throws IOException {
    var seen = new ArrayList<String>();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      seen.add(line);
      if (line.startsWith(start)) {
        return;
      }
    }
    throw new AssertionError("No line starts with " + start + ": " + seen);
  }
}
