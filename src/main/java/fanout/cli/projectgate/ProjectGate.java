package fanout.cli.projectgate;

import fanout.cli.ExitCode;
import fanout.gate.cli.GateCommand;
import fanout.gate.cli.SharedFixture;
import fanout.stub.Payloads;
import fanout.stub.StubProcess;
import fanout.stub.StubWarmUp;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The gate on this project, `mvn verify -Pbench-gate`: one stub, of the jar that this runs from,
/// serves both arms. Options that are empty count as not given: Maven's profile passes all of them.
public final class ProjectGate {
  private ProjectGate() {}

  /// Runs the gate and exits; the last line says why where the status is not 0, as Maven hides the
  /// number.
  public static void main(String[] args) {
    GateCommand.runAndExit(
        ProjectGate::open,
        status -> {
          if (status != 0) {
            System.err.println("fanout: exit code " + status + ": " + meaning(status));
          }
        },
        given(args));
  }

  static String[] given(String... args) {
    return Stream.of(args).filter(argument -> !argument.endsWith("=")).toArray(String[]::new);
  }

  private static SharedFixture open(Consumer<String> lines) throws IOException {
    var stub = StubProcess.start(Payloads.generated());
    try {
      lines.accept("Warming up the stub that both arms share, at " + stub.baseUri() + ".");
      var _ = StubWarmUp.run(stub.baseUri());
      return new SharedStubFixture(stub);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stub.close();
      throw new IOException("Interrupted while the stub was warmed up", e);
    } catch (IOException | RuntimeException e) {
      stub.close();
      throw e;
    }
  }

  private static String meaning(int status) {
    for (var exitCode : ExitCode.values()) {
      if (exitCode.status() == status) {
        return switch (exitCode) {
          case OK -> "nothing regressed";
          case FAILED -> "a benchmark regressed";
          case UNDECIDED -> "too little is known to pass";
          case INVALID -> "the run is invalid, or nothing was judged";
          case BENCHMARK_FAILED -> "a benchmark failed";
          case USAGE ->
              "the command line is wrong; -Dgate.base=<git ref or jar> names the baseline";
        };
      }
    }
    return "unknown";
  }
}
