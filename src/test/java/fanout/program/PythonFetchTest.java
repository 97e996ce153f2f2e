package fanout.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.fetch.Answer;
import fanout.fetch.Concurrency;
import fanout.fetch.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "PYTHON_.*")
  void namesTheEndpointThatFailed(Program program) throws Exception {
    try (var server = TestServer.start().on("/photos", Answer.status(503));
        var launcher =
            ProgramLauncher.open(
                program, new ProgramSettings(server.uri(), CONCURRENCY, Duration.ZERO))) {
      assertThat(launcher.run()).isEqualTo(1);
      assertThat(launcher.output()).isEqualTo("fetch.py: photos: answered 503 instead of 200\n");
    }
  }

  @Test
  void failsOnWhatIsNoJson() throws Exception {
    try (var server = TestServer.start().on("/users", Answer.ok("{no"));
        var launcher =
            ProgramLauncher.open(
                Program.PYTHON_SEQUENTIAL,
                new ProgramSettings(server.uri(), CONCURRENCY, Duration.ZERO))) {
      assertThat(launcher.run()).isEqualTo(1);
      assertThat(launcher.output()).startsWith("fetch.py: users: ");
    }
  }

  @Test
  void wrongUsageIsOneSentence() throws Exception {
    var folder = Files.createDirectory(parent.resolve("run"));
    var command = new ArrayList<>(List.of("python3", Python.writeScript(folder).toString()));
    command.add("--strategy=fastest");
    try (var launcher = ProgramLauncher.of(folder, command)) {
      assertThat(launcher.run()).isEqualTo(64);
      assertThat(launcher.output()).startsWith("fetch.py: ").contains("fastest").hasLineCount(1);
    }
  }
}
