package fanout.strategy.process;

/// What a frame is.
enum FrameType {
  SETTINGS(1),
  FETCH(2),
  CANCEL(3),
  ECHO(4),
  HELLO(5),
  STARTED(6),
  RESULT(7),
  FAILURE(8);

  private final byte code;

  FrameType(int code) {
    this.code = (byte) code;
  }

  /// How it stands on the pipe.
  byte code() {
    return code;
  }

  /// The type that stands on the pipe as `code`.
  static FrameType of(byte code) throws FrameException {
    for (var type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new FrameException("wrote an unknown type of frame: " + code);
  }

  /// The most bytes that may follow the header.
  int maxLength() {
    return this == RESULT
        ? FrameFormat.RESULT_BYTES + FrameFormat.MAX_BODY_BYTES
        : FrameFormat.MAX_SMALL_BYTES;
  }
}
