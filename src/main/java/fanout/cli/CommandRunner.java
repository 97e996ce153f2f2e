package fanout.cli;

import fanout.measure.ResultException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Runs one picocli command the way every command of this project runs: wrong usage is one sentence
/// and exit status 64, a failure is one sentence and the status that belongs to it, never a stack
/// trace.
public final class CommandRunner {

  private CommandRunner() {}

  /// Runs `command`, which returns an [ExitCode]'s status, and exits the JVM with it.
  public static void runAndExit(Callable<Integer> command, String... args) {
    System.exit(run(command, args));
  }

  /// The same for a command that is built without annotations.
  public static void runAndExit(CommandSpec command, String... args) {
    System.exit(run(command, args));
  }

  /// Runs `command`, which returns an [ExitCode]'s status.
  ///
  /// @return the exit status
  public static int run(Callable<Integer> command, String... args) {
    return run(new CommandLine(command), args);
  }

  /// The same for a command that is built without annotations.
  public static int run(CommandSpec command, String... args) {
    return run(new CommandLine(command), args);
  }

  private static int run(CommandLine command, String... args) {
    int status = execute(command, args);
    boolean written = !command.getOut().checkError() && !System.out.checkError();
    if (status != ExitCode.OK.status()) {
      return status;
    }
    if (!written) {
      complain(command, "Not all of the output could be written, such as on a device that is full");
      return ExitCode.FAILED.status();
    }
    return passed(command);
  }

  private static int passed(CommandLine command) {
    try {
      PassedFile.write();
      return ExitCode.OK.status();
    } catch (IOException e) {
      complain(command, CommandException.sentenceOf(e));
      return ExitCode.FAILED.status();
    }
  }

  private static int execute(CommandLine command, String... args) {
    return command
        .registerConverter(Duration.class, new DurationConverter())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, _) -> {
          complain(e.getCommandLine(), e.getMessage() + " (--help lists what is allowed)");
          return ExitCode.USAGE.status();
        })
        .setExecutionExceptionHandler((e, commandLine, _) -> {
          complain(commandLine, CommandException.sentenceOf(e));
          return exitCodeOf(e).status();
        })
        .execute(args);
  }

  private static void complain(CommandLine commandLine, String sentence) {
    commandLine.getErr().println(commandLine.getCommandName() + ": " + sentence);
    commandLine.getErr().flush();
  }

  private static ExitCode exitCodeOf(Exception e) {
    return switch (e) {
      case CommandException command -> command.exitCode();
      case ParameterException _ -> ExitCode.USAGE;
      case ResultException _ -> ExitCode.INVALID;
      default -> ExitCode.FAILED;
    };
  }
}
