package fanout.fetch;

import java.io.IOException;

/// A response that is not worth its body; the message says why and reads on from "GET http://…".
final class ResponseRejectedException extends IOException {
  private static final long serialVersionUID = 1;

  ResponseRejectedException(String message) {
    super(message);
  }
}
