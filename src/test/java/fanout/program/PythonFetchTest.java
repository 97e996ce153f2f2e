package fanout.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.fetch.Answer;
import fanout.fetch.Await;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.TestServer;
import fanout.os.TemporaryFolder;
import fanout.vocabulary.PythonProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What `fetch.py` does where something is wrong.
@Timeout(60)
class PythonFetchTest {
  private static final Concurrency CONCURRENCY = new Concurrency(1, 1, 1);

  @TempDir Path parent;

  @BeforeEach
  void needsPython() {
    assumeTrue(Python.missing().isEmpty(), () -> Python.missing().orElse(""));
  }

  @ParameterizedTest
  @EnumSource
  void namesTheEndpointThatFailed(PythonProgram program) throws Exception {
    assumeTrue(
        Programs.unavailable(program).isEmpty(), () -> Programs.unavailable(program).orElse(""));
    try (var server = TestServer.start().on("/photos", Answer.status(503));
        var launcher =
            ProgramLauncher.open(
                program, new ProgramSettings(server.uri(), CONCURRENCY, Duration.ZERO))) {
      assertThat(launcher.run()).isEqualTo(1);
      assertThat(launcher.output())
          .isEqualTo("fetch.py: photos: responded with 503 instead of 200\n");
    }
  }

  @Test
  void failsOnWhatIsNoJson() throws Exception {
    try (var server = TestServer.start().on("/users", Answer.ok("{no"));
        var launcher =
            ProgramLauncher.open(
                PythonProgram.PYTHON_SEQUENTIAL,
                new ProgramSettings(server.uri(), CONCURRENCY, Duration.ZERO))) {
      assertThat(launcher.run()).isEqualTo(1);
      assertThat(launcher.output()).startsWith("fetch.py: users: ");
    }
  }

  @Test
  void saysThatRequestsIsNotInstalled() throws Exception {
    var folder = Files.createDirectory(parent.resolve("run"));
    // Without the folders that libraries are installed in.
    var command = new ArrayList<>(List.of("python3", "-E", "-S"));
    command.add(Python.writeScript(folder).toString());
    command.addAll(List.of("--strategy=sequential", "--stub=http://127.0.0.1:1", "--requests"));
    try (var launcher = ProgramLauncher.of(TemporaryFolder.of(folder), command)) {
      assertThat(launcher.run()).isEqualTo(1);
      assertThat(launcher.output()).isEqualTo("fetch.py: No module named 'requests'\n");
    }
  }

  @Test
  void failsOnJsonThatIsNoArray() throws Exception {
    try (var server = TestServer.start().on("/users", Answer.ok("5"));
        var launcher =
            ProgramLauncher.open(
                PythonProgram.PYTHON_SEQUENTIAL,
                new ProgramSettings(server.uri(), CONCURRENCY, Duration.ZERO))) {
      assertThat(launcher.run()).isEqualTo(1);
      assertThat(launcher.output())
          .isEqualTo("fetch.py: users: responded with JSON that is no array\n");
    }
  }

  @Test
  void aProcessThatIsKilledIsOneSentence() throws Exception {
    try (var server = TestServer.start();
        var launcher =
            ProgramLauncher.open(
                PythonProgram.PYTHON_PROCESS_POOL,
                new ProgramSettings(server.uri(), CONCURRENCY, Duration.ZERO))) {
      Endpoint.SIX.forEach(slow -> server.on(slow.location().getPath(), Answer.afterAges()));
      var exitCode = new FutureTask<Integer>(launcher::run);
      Thread.ofVirtual().start(exitCode);
      Await.until(() -> server.inFlight() == Endpoint.SIX.size());
      ProcessHandle.current()
          .children()
          .flatMap(ProcessHandle::descendants)
          .forEach(ProcessHandle::destroyForcibly);

      assertThat(exitCode.get(30, TimeUnit.SECONDS)).isEqualTo(1);
      assertThat(launcher.output())
          .contains("fetch.py: A process in the process pool was terminated")
          .doesNotContain("Traceback");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--strategy=fastest, fastest",
    "--stub=https://127.0.0.1:1, https://127.0.0.1:1",
    "--stub=http://127.0.0.1:70000, http://127.0.0.1:70000"
  })
  void wrongUsageIsOneSentence(String option, String named) throws Exception {
    var folder = Files.createDirectory(parent.resolve("run"));
    var script = Python.writeScript(folder).toString();
    var command = List.of("python3", script, "--strategy=sequential", option);
    try (var launcher = ProgramLauncher.of(TemporaryFolder.of(folder), command)) {
      assertThat(launcher.run()).isEqualTo(64);
      assertThat(launcher.output()).startsWith("fetch.py: ").contains(named).hasLineCount(1);
    }
  }
}
