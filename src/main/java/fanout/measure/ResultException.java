package fanout.measure;

import fanout.os.ForeignText;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A run folder, or a file in it, that is missing, broken or half there. The message is one
/// sentence for people that names the file, what was wrong and what is expected.
public final class ResultException extends IOException {
  private static final long serialVersionUID = 1;

  /// Characters of a text that a file may have put there.
  private static final int LONGEST = 500;

  public ResultException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// The first line of `words`, printable and not endless: they may hold what stands in the file.
  public static String brief(String words) {
    var line = words.lines().findFirst().orElse("it cannot be read");
    return ForeignText.printable(line, LONGEST);
  }

  /// A file that could not be read at all.
  public static ResultException unreadable(Path file, IOException e) {
    var why =
        switch (e) {
          case NoSuchFileException _ -> "it is missing";
          case AccessDeniedException _ -> "permission denied";
          case MalformedInputException _ -> "it is no UTF-8 text";
          default -> e.toString();
        };
    return new ResultException(file + " cannot be read: " + why, e);
  }
}
