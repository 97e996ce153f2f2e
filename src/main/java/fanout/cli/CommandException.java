package fanout.cli;

import static java.util.Objects.requireNonNull;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;

/// Ends a command with one sentence for the person who typed it.
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode exitCode;

  /// @param sentence what was wrong, the value, and what is allowed
  public CommandException(ExitCode exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  /// The same with the sentence of `cause`.
  public CommandException(ExitCode exitCode, Throwable cause) {
    super(sentenceOf(cause), cause);
    this.exitCode = exitCode;
  }

  /// What `e` says, or what it is. The file system's exceptions name a file, and their class says
  /// what became of it.
  public static String sentenceOf(Throwable e) {
    return switch (e) {
      case UncheckedIOException unchecked -> sentenceOf(requireNonNull(unchecked.getCause()));
      case FileSystemException file -> file.getClass().getSimpleName() + ": " + file.getMessage();
      case Error error -> error.toString();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
