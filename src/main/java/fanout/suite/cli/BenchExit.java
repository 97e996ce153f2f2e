package fanout.suite.cli;

import fanout.cli.ExitCode;

/// What an exit code of the suite means, in the last line: Maven hides the number.
final class BenchExit {
  private BenchExit() {}

  /// A run that was stopped ends by the signal, whatever its status is.
  static String lastLine(int status, boolean stopped) {
    return stopped
        ? "the run was stopped, and latest is still the run before"
        : "exit code " + status + ": " + meaning(status);
  }

  private static String meaning(int status) {
    for (var exitCode : ExitCode.values()) {
      if (exitCode.status() == status) {
        return switch (exitCode) {
          case OK -> "everything was measured";
          case FAILED -> "the run could not be carried out";
          case UNDECIDED -> "nothing could be decided";
          case INVALID -> "the input is broken";
          case BENCHMARK_FAILED -> "a benchmark failed, and latest is still the run before";
          case USAGE -> "the command line is wrong";
        };
      }
    }
    return "unknown";
  }
}
