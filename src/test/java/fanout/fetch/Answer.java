package fanout.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What a [TestServer] does with a request for one path.
public sealed interface Answer {

  /// Answers in full, after `delay`.
  record Full(int status, String body, Duration delay) implements Answer {}

  /// Sends the head, of a body of `announcedBytes`, and `body`, and then nothing until the client
  /// gives up.
  record Stalled(long announcedBytes, String body) implements Answer {}

  /// Sends exactly `text`, and then nothing until the client gives up.
  record Held(String text) implements Answer {}

  /// Sends exactly `text` after `delay`, and closes the connection.
  record Raw(String text, Duration delay) implements Answer {
    /// The same at once.
    public Raw(String text) {
      this(text, Duration.ZERO);
    }
  }

  static Answer ok(String body) {
    return new Full(200, body, Duration.ZERO);
  }

  static Answer status(int status) {
    return new Full(status, "[]", Duration.ZERO);
  }

  /// Never, for the patience of a test.
  static Answer afterAges() {
    return new Full(200, "[]", Duration.ofMinutes(5));
  }

  default Answer delayed(Duration delay) {
    return switch (this) {
      case Full full -> new Full(full.status, full.body, delay);
      case Stalled stalled -> stalled;
      case Held held -> held;
      case Raw raw -> raw;
    };
  }

  static byte[] bytesOf(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
