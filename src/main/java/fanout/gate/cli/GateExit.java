package fanout.gate.cli;

import fanout.cli.CommandException;
import fanout.cli.ExitCode;
import fanout.gate.arm.ArmException;
import fanout.gate.judge.GateOutcome;
import fanout.gate.run.GateException;

/// Which exit code says what.
final class GateExit {
  private GateExit() {}

  static ExitCode codeOf(GateOutcome outcome) {
    return switch (outcome) {
      case PASSED -> ExitCode.OK;
      case REGRESSED -> ExitCode.FAILED;
      case UNDECIDED -> ExitCode.UNDECIDED;
      case INVALID -> ExitCode.INVALID;
      case FAILED -> ExitCode.BENCHMARK_FAILED;
    };
  }

  static CommandException because(ArmException failure) {
    return new CommandException(
        switch (failure.fault()) {
          case USAGE -> ExitCode.USAGE;
          case BUILD, STOPPED -> ExitCode.INVALID;
        },
        failure);
  }

  static CommandException because(GateException failure) {
    return new CommandException(
        switch (failure.reason()) {
          case USAGE, TOO_LONG -> ExitCode.USAGE;
          case NOTHING_TO_JUDGE -> ExitCode.INVALID;
          case BENCHMARK_FAILED -> ExitCode.BENCHMARK_FAILED;
        },
        failure);
  }
}
