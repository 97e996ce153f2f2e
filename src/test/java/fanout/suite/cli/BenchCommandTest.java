package fanout.suite.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fanout.cli.CommandException;
import fanout.cli.ExitCode;
import fanout.suite.report.Report;
import fanout.suite.report.Summary;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunDirectory;
import fanout.suite.result.RunTables;
import fanout.vocabulary.Content;
import fanout.vocabulary.Metric;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// Runs the real command in a JVM of its own, with one small benchmark.
@Timeout(120)
class BenchCommandTest {
  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatWasStarted() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void aRunBecomesLatestAndACrashLeavesItThere() throws Exception {
    // A folder with a blank, and a locale with a comma.
    var results = folder.resolve("my results");
    var process = bench(results, "--p=content=USERS", "--rounds=2");
    var lines = lines(process);
    assertThat(process.waitFor()).as("%s", lines).isZero();

    var latest = results.resolve("latest");
    var run = RunDirectory.read(latest);
    assertThat(run.measurements())
        .filteredOn(row -> row.metric() == Metric.TIME_MEAN)
        .singleElement()
        .satisfies(BenchCommandTest::isOfTwoForksOfUsers);
    assertThat(run.measurements()).extracting(Measurement::metric).contains(Metric.CPU_TIME);
    assertThat(latest.resolve("results.csv"))
        .hasContent(RunTables.RESULTS.format(run.measurements()));
    assertThat(latest.resolve("summary.md")).content().contains("## DecodeBenchmark");
    assertThat(latest.resolve("report.html")).isNotEmptyFile();
    assertThat(latest.resolve("jmh.json")).content().contains("\"forks\" : 2");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("Plan: 2 rounds of 1 fork"))
        .anyMatch(
            line -> line.matches("\\[2/2] round 2: DecodeBenchmark.decode USERS: .*; 0 s left"))
        .anyMatch(line -> line.startsWith("Not for quoting."));

    assertDrawnAgainAlike(latest);
    assertCrashIsTold(results);
    assertThat(latest.toRealPath()).endsWith(Path.of(run.environment().run().id()));
  }

  private static void assertDrawnAgainAlike(Path run) throws IOException {
    var page = Files.readString(run.resolve("report.html"));
    assertThat(Files.readString(Report.write(run))).isEqualTo(page);
    assertThat(run.resolve("summary.md")).hasContent(Summary.markdown(RunDirectory.read(run)));
  }

  private static void isOfTwoForksOfUsers(Measurement row) {
    assertThat(row.scenario().bodies()).isEqualTo(Content.USERS);
    assertThat(row.forks()).isEqualTo(2);
    assertThat(row.score()).isBetween(row.ciLow(), row.ciHigh());
  }

  private void assertCrashIsTold(Path results) throws Exception {
    try (var executor = Executors.newCachedThreadPool()) {
      var server = serverOfNonsense();
      server.setExecutor(executor);
      server.start();
      try {
        var process =
            bench(
                results,
                "--p=content=USERS",
                "--stub=http://127.0.0.1:" + server.getAddress().getPort());
        var lines = lines(process);

        assertThat(process.waitFor()).as("%s", lines).isEqualTo(4);
        assertThat(lines)
            .anyMatch(
                line -> line.startsWith("bench: DecodeBenchmark.decode USERS failed in round 1"))
            .noneMatch(line -> line.startsWith("\tat "))
            .last()
            .asString()
            .startsWith("fanout: exit code 4: a benchmark failed");
      } finally {
        server.stop(0);
      }
    }
    assertThat(failureIn(results)).contains("failed in round 1");
  }

  /// What the only run that failed says of it.
  private static String failureIn(Path results) throws IOException {
    try (var runs = Files.list(results.resolve("runs"))) {
      var failed = runs.filter(run -> run.toString().endsWith(".FAIL")).toList();
      assertThat(failed).hasSize(1);
      return Files.readString(failed.getFirst().resolve("failure.txt"));
    }
  }

  private static HttpServer serverOfNonsense() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 3);
          exchange.getResponseBody().write("{no".getBytes(UTF_8));
          exchange.close();
        });
    return server;
  }

  @Test
  void aRunThatIsStoppedHasItsFullRoundsAndLeavesNoProcess() throws Exception {
    var process = bench(folder, "--p=content=USERS", "--rounds=99");
    var descendants = new ArrayList<ProcessHandle>();
    try (var output = process.inputReader()) {
      awaitLine(output, "[2/99]");
      process.descendants().forEach(descendants::add);
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    var environment = RunDirectory.read(folder.resolve("latest")).environment();
    int rounds = environment.rounds().finished();
    assertThat(rounds).isBetween(2, 98);
    assertThat(environment.order()).hasSize(rounds);
    assertThat(environment.notQuotable())
        .contains("The run was stopped after " + rounds + " of 99 rounds.");
    assertThat(descendants).isNotEmpty();
    for (var descendant : descendants) {
      descendant.onExit().get(30, TimeUnit.SECONDS);
    }
  }

  /// As Ctrl-C in a terminal: the stub is gone a moment before this JVM hears of it.
  @Test
  void aRunThatIsStoppedBeforeItsFirstRoundBlamesNoBenchmark() throws Exception {
    var process = benchOf("SixEndpoints", folder);
    List<String> lines;
    try (var output = process.inputReader()) {
      awaitLine(output, "Warming up");
      process.children().forEach(ProcessHandle::destroyForcibly);
      process.toHandle().destroy(); // which leaves its output open
      lines = output.lines().toList();
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    var sentence = "The run was stopped before its first round was finished";
    assertThat(failureIn(folder)).isEqualTo(sentence + "\n");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("bench: " + sentence))
        .noneMatch(line -> line.contains("a benchmark failed"))
        .last()
        .isEqualTo("fanout: the run was stopped, and latest is still the run before");
  }

  @Test
  void anUnforeseenFailureIsWrittenIntoTheFolderOfARunThatIsNotFinished() throws IOException {
    var run = RunDirectory.create(folder, Instant.EPOCH, "smoke");

    var unforeseen = BenchCommand.failed(run, new IllegalStateException("no such chart"));
    assertThat(unforeseen.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(unforeseen).hasMessage("no such chart (" + run.path() + ")");
    assertThat(failureIn(folder)).isEqualTo("no such chart\n");

    var finished = run.finish();
    assertThat(BenchCommand.failed(run, new IOException("disk full"))).hasMessage("disk full");
    assertThat(finished.resolve("failure.txt")).hasContent("no such chart");
  }

  @Test
  void aFileThatCannotBeWrittenIsNoBenchmarkThatFailed() throws IOException {
    var run = RunDirectory.create(folder, Instant.EPOCH, "smoke");

    assertThat(BenchCommand.failed(run, new IOException("disk full")).exitCode())
        .isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aStubThatNobodyServesIsARunThatCouldNotBeCarriedOut() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var process = benchOf("SixEndpoints", folder, "--stub=http://127.0.0.1:" + port);
    var lines = lines(process);

    assertThat(process.waitFor()).as("%s", lines).isEqualTo(1);
    assertThat(lines)
        .noneMatch(line -> line.startsWith("\tat "))
        .last()
        .isEqualTo("fanout: exit code 1: the run could not be carried out");
    assertThat(failureIn(folder)).contains("127.0.0.1:" + port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--preset=quick|There is no preset 'quick'; the presets are smoke, standard, full",
        "--include=Nope|No benchmark of preset standard matches 'Nope'",
        "--p=strategy=FASTEST|strategy cannot be FASTEST here",
        "--p=threads=40000|threads must be a number from 1 to 32767, got: 40000",
        "--rounds=0|--rounds must be a whole number from 1 to 999, got: 0",
        "--seed=x|--seed must be a whole number from 0 to 2147483647, got: x",
        "--payloads=/no/such/folder|--payloads must be a folder, but there is none at /no/such",
        "--stub=ftp://x|--stub must be a URL such as http://127.0.0.1:8080, got: ftp://x",
        "--stub=http://x/api|--stub takes a server's address without a path, such as http://127",
      })
  void wrongUsageIsOneSentence(String option, String sentence) {
    var err = new StringWriter();
    int status =
        new CommandLine(new BenchCommand())
            .setErr(new PrintWriter(err))
            .setExecutionExceptionHandler((e, _, _) -> {
              err.append(e.getMessage());
              return ((CommandException) e).exitCode().status();
            })
            .execute(option, "--results=" + folder);

    assertThat(status).isEqualTo(64);
    assertThat(err.toString()).startsWith(sentence).doesNotContain("\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void brokenPayloadsAreNamed() throws Exception {
    var payloads = Files.createDirectories(folder.resolve("payloads"));
    var process = bench(folder, "--payloads=" + payloads);
    var lines = lines(process);

    assertThat(process.waitFor()).as("%s", lines).isEqualTo(3);
    assertThat(lines).anyMatch(line -> line.contains("posts.json") && line.contains("missing"));
    assertThat(folder.resolve("latest")).doesNotExist();
  }

  private Process bench(Path results, String... options) throws IOException {
    return benchOf("Decode", results, options);
  }

  private Process benchOf(String include, Path results, String... options) throws IOException {
    var command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Duser.language=de",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "--enable-preview",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Djmh.ignoreLock=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    BenchCommand.class.getName(),
                    "--preset=smoke",
                    "--include=" + include,
                    "--seed=",
                    "--results=" + results),
                Stream.of(options))
            .toList();
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
