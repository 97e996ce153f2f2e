package fanout.strategy.process;

import fanout.os.ForeignText;
import java.io.IOException;

/// The other end of a pipe broke the protocol. The message says what it did, as `wrote rubbish`.
final class FrameException extends IOException {
  private static final long serialVersionUID = 1;

  private static final int LONGEST = 400;

  /// @param message may hold what the other end wrote
  FrameException(String message) {
    super(ForeignText.printable(message, LONGEST));
  }
}
