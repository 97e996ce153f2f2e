package fanout.result;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A run folder, or a file in it, that is missing, broken or half there. The message is one
/// sentence for people that names the file, what was wrong and what is expected.
public final class ResultException extends IOException {
  private static final long serialVersionUID = 1;

  public ResultException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
