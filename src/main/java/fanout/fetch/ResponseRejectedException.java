package fanout.fetch;

import java.io.IOException;
import java.time.Duration;

/// A response that is not worth its body; the message says why and reads on from "GET http://…".
final class ResponseRejectedException extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean mayPass;
  private final Duration retryAfter;

  /// A response that the server would give again.
  ResponseRejectedException(String message) {
    this(message, false, Duration.ZERO);
  }

  /// @param mayPass whether another request may be responded to otherwise
  /// @param retryAfter when the server wants that at the earliest
  ResponseRejectedException(String message, boolean mayPass, Duration retryAfter) {
    super(message);
    this.mayPass = mayPass;
    this.retryAfter = retryAfter;
  }

  boolean mayPass() {
    return mayPass;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
