package fanout.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.stub.Payloads;
import fanout.stub.StubServer;
import fanout.vocabulary.Program;
import fanout.vocabulary.PythonProgram;
import fanout.vocabulary.Strategy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ProgramTest {
  private static final Concurrency CONCURRENCY = new Concurrency(7, 2, 3);
  private static StubServer stub;

  @BeforeAll
  static void startStub() throws Exception {
    stub = StubServer.start(0, Payloads.generated(), Duration.ZERO);
  }

  @AfterAll
  static void closeStub() {
    stub.close();
  }

  static List<Program> all() {
    return Program.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyProgramFetchesAllSix(Program program) throws Exception {
    assumeTrue(
        Programs.unavailable(program).isEmpty(), () -> Programs.unavailable(program).orElse(""));
    int items = Endpoint.SIX.stream().mapToInt(e -> Payloads.generatedItems(e.content())).sum();
    var settings = new ProgramSettings(stub.baseUri(), CONCURRENCY, Duration.ZERO);

    try (var launcher = ProgramLauncher.open(program, settings)) {
      int exitCode = launcher.run();
      new ProgramOutput(6, items).check(exitCode, launcher.output());
    }
  }

  @Test
  void bothLanguagesAreToldTheSamePause() {
    var settings =
        new ProgramSettings(URI.create("http://127.0.0.1:1"), CONCURRENCY, Duration.ofMillis(1050));
    var script = Path.of("some folder", "fetch.py");

    assertThat(Programs.command(Strategy.MULTI_PROCESS, settings, script))
        .endsWith(
            "--strategy=multi-process",
            "--stub=http://127.0.0.1:1",
            "--pause=1050ms",
            "--threads=7",
            "--processes=2",
            "--in-flight=3");
    assertThat(Programs.command(PythonProgram.PYTHON_PROCESS_POOL, settings, script))
        .containsExactly(
            "python3",
            script.toString(),
            "--strategy=process-pool",
            "--stub=http://127.0.0.1:1",
            "--pause=1.050",
            "--workers=6");
  }

  @Test
  void requestsIsAnOptionOfTheSameStrategies() {
    var settings =
        new ProgramSettings(URI.create("http://127.0.0.1:1"), CONCURRENCY, Duration.ZERO);
    var script = Path.of("fetch.py");

    assertThat(Programs.command(PythonProgram.PYTHON_REQUESTS_THREAD_POOL, settings, script))
        .startsWith("python3", "fetch.py", "--strategy=thread-pool")
        .endsWith("--workers=6", "--requests");
    assertThat(PythonProgram.values())
        .filteredOn(PythonProgram::usesRequests)
        .extracting(PythonProgram::scriptName)
        .containsExactly("sequential", "thread-pool", "process-pool");
  }

  @Test
  void saysWhichInterpreterIsMissing() {
    assertThat(Python.missing("no-such-python"))
        .contains("there is no no-such-python on this machine's path.");
    assertThat(Python.missing("false")).contains("false does not run on this machine.");
    assertThat(Python.missing("true")).isEmpty();
  }

  @Test
  void saysThatTheLibraryIsMissingWhereThereIsAnInterpreter() {
    assertThat(Python.missingRequests("no-such-python"))
        .contains("there is no no-such-python on this machine's path.");
    // It tells its version, and knows no import.
    assertThat(Python.missingRequests("bash")).contains("the library requests is not installed.");
    assertThat(Python.missingRequests("true")).isEmpty();
    assertThat(Programs.unavailable(PythonProgram.PYTHON_REQUESTS_SEQUENTIAL))
        .isEqualTo(Python.missingRequests(Python.INTERPRETER));
  }
}
