package fanout.fetch;

/// Numbers of bytes, as people write them.
final class Bytes {
  static final int MB = 1_000_000;

  private Bytes() {}

  /// `64 MB`, or `1,500 bytes`.
  static String inWords(long bytes) {
    return bytes >= MB ? bytes / MB + " MB" : "%,d bytes".formatted(bytes);
  }
}
