package fanout.cli;

/// Ends a command with one sentence for the person who typed it.
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode exitCode;

  /// @param sentence what was wrong, the value, and what is allowed
  CommandException(ExitCode exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  /// The same with the sentence of `cause`.
  CommandException(ExitCode exitCode, Exception cause) {
    super(cause.getMessage(), cause);
    this.exitCode = exitCode;
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
