package fanout.strategy.process;

import java.io.IOException;

/// The other end of a pipe broke the protocol. The message says what it did, as `wrote rubbish`.
final class FrameException extends IOException {
  private static final long serialVersionUID = 1;

  FrameException(String message) {
    super(message);
  }
}
