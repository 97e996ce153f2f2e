package fanout.stub;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A file of the user's payloads that is missing or malformed. The message is one sentence for
/// people that names the file.
public final class PayloadException extends IOException {
  private static final long serialVersionUID = 1;

  PayloadException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
