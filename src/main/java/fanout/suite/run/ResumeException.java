package fanout.suite.run;

import java.io.IOException;

/// A run that cannot be resumed by what is here now. The message is one sentence with both values.
public final class ResumeException extends IOException {
  private static final long serialVersionUID = 1;

  ResumeException(String message) {
    super(message);
  }
}
