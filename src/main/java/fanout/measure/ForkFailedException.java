package fanout.measure;

import org.jspecify.annotations.Nullable;

/// A fork that crashed, threw, hung or left no result. The message is one sentence for people.
public final class ForkFailedException extends Exception {
  private static final long serialVersionUID = 1;

  public ForkFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
