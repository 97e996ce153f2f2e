package fanout.strategy.process;

/// How frames look on a pipe: magic number (4 bytes), version (1), type (1), length of what follows
/// (4), then the fields in the order of their record, all big-endian; a text is its length in bytes
/// (4) and UTF-8.
final class FrameFormat {
  /// Begins with a byte that no UTF-8 text has, so that a stray print is never taken for a frame.
  static final int MAGIC = 0xFA4E4F55;

  static final byte VERSION = 5;

  static final int HEADER_BYTES = 10;

  /// A [Frame.Result] without its body.
  static final int RESULT_BYTES = 61;

  /// Bodies beyond this are not shipped: a worker and its pool would hold several copies at once.
  static final int MAX_BODY_BYTES = 256 << 20;

  /// Frames without a body hold an address or a message.
  static final int MAX_SMALL_BYTES = 1 << 20;

  private FrameFormat() {}
}
