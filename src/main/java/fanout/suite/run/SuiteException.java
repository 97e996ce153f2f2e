package fanout.suite.run;

import org.jspecify.annotations.Nullable;

/// A benchmark that failed, or a row that is missing. The message is one sentence that names the
/// scenario.
public final class SuiteException extends Exception {
  private static final long serialVersionUID = 1;

  SuiteException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
