package fanout.strategy.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fanout.reliability.Mutations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// What is no frame is refused, and never read as more than its bytes.
class MutatedFramesTest {
  /// A large body only hides the fields from the mutations.
  private static final int MOST_BYTES = 1000;

  @Test
  void frames() throws IOException {
    var pipe = new ByteArrayOutputStream();
    for (var frame : FrameTest.frames().toList()) {
      var bytes = FrameTest.bytes(frame);
      if (bytes.length < MOST_BYTES) {
        pipe.writeBytes(bytes);
      }
    }

    double refused =
        Mutations.refused(
            "frames of a worker's pipe",
            pipe.toString(ISO_8859_1),
            FrameException.class,
            text -> readAll(text.getBytes(ISO_8859_1)));

    assertThat(refused).isGreaterThan(0.3);
  }

  private static void readAll(byte[] bytes) throws IOException {
    var reader = new FrameReader(new ByteArrayInputStream(bytes));
    int frames = 0;
    while (reader.read() != null) {
      frames++;
    }
    assertThat(frames).isLessThanOrEqualTo(bytes.length / FrameFormat.HEADER_BYTES);
  }
}
