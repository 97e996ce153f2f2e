package fanout.stub;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A stub that cannot start. The message is one sentence for people.
public final class StubException extends IOException {
  private static final long serialVersionUID = 1;

  StubException(String message) {
    this(message, null);
  }

  StubException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
