package fanout.strategy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.fetch.Decoding;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchSettings;
import fanout.fetch.Repeats;
import fanout.fetch.ResponseMode;
import fanout.vocabulary.Content;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
  private static final int SEED = 20;
  private static final Duration PAUSE = Duration.ofSeconds(1, 2);

  static Stream<Frame> frames() {
    var settings =
        new FetchSettings(
            URI.create("http://127.0.0.1:1/"),
            Duration.ofNanos(1_234_567_890),
            ResponseMode.BODY,
            5_000,
            Decoding.LAST_FIELD_COUNTS,
            new Repeats(2, 95));
    return Stream.of(
        new Frame.Settings(settings, true),
        new Frame.Fetch(
            Long.MAX_VALUE, Endpoint.of(Content.PHOTOS).withQuery("delayMillis=20"), Duration.ZERO),
        new Frame.Fetch(
            2, new Endpoint("ünï", URI.create("https://a.example/b?c"), Content.ANY_JSON), PAUSE),
        new Frame.Cancel(3),
        new Frame.Echo(4),
        new Frame.Hello(),
        new Frame.Started(5, 6),
        result(null),
        result(ByteBuffer.allocate(0)),
        result(body(1)),
        result(body(1_000_000)),
        new Frame.Failure(7, "responded with 500 instead of 200 — é"));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void comesBackAsItWasWritten(Frame frame) throws IOException {
    var reader = reading(bytes(frame, new Frame.Echo(1)));
    assertThat(reader.read()).isEqualTo(frame);
    assertThat(reader.read()).isEqualTo(new Frame.Echo(1));
    assertThat(reader.read()).isNull();
  }

  @ParameterizedTest
  @MethodSource("frames")
  void aFrameCutShortIsNoFrame(Frame frame) throws IOException {
    var whole = bytes(frame);
    for (int length : new int[] {4, 5, FrameFormat.HEADER_BYTES - 1, whole.length - 1}) {
      assertThatThrownBy(() -> reading(head(whole, length)).read())
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(FrameException.class)
          .hasMessageContaining("ended in the middle of a frame");
    }
  }

  @Test
  void skipsWhatAJvmPrintsBeforeTheFirstFrame() throws IOException {
    var reader = reading(concat(utf8("[0.01s][error][aot] bad é\n"), bytes(new Frame.Hello())));
    assertThat(reader.readAfterRubbish(100)).isEqualTo(new Frame.Hello());
  }

  @Test
  void skipsNoMoreThanTheBound() throws IOException {
    var noise = concat(utf8("x".repeat(101)), bytes(new Frame.Hello()));
    assertThatThrownBy(() -> reading(noise).readAfterRubbish(100))
        .isInstanceOf(FrameException.class);
    assertThat(reading(noise).readAfterRubbish(101)).isEqualTo(new Frame.Hello());
  }

  @Test
  void showsRubbishBetweenFrames() throws IOException {
    var reader = reading(concat(bytes(new Frame.Hello()), utf8("# Out of memory\n")));
    assertThat(reader.read()).isEqualTo(new Frame.Hello());
    assertThatThrownBy(reader::read)
        .isInstanceOf(FrameException.class)
        .hasMessage("wrote rubbish instead of a frame: # Out of memory");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, FrameFormat.MAX_SMALL_BYTES + 1})
  void refusesAnAbsurdLengthBeforeItMakesRoomForIt(int length) {
    var header =
        ByteBuffer.allocate(FrameFormat.HEADER_BYTES)
            .putInt(FrameFormat.MAGIC)
            .put(FrameFormat.VERSION)
            .put(FrameType.FAILURE.code())
            .putInt(length);
    assertThatThrownBy(() -> reading(header.array()).read())
        .isInstanceOf(FrameException.class)
        .hasMessageContaining(
            "announced a frame of type FAILURE of " + Integer.toUnsignedLong(length) + " bytes");
  }

  @Test
  void refusesAnotherVersionAndAnUnknownType() throws IOException {
    var otherVersion = bytes(new Frame.Hello());
    otherVersion[4]++;
    assertThatThrownBy(() -> reading(otherVersion).read())
        .isInstanceOf(FrameException.class)
        .hasMessageContaining("speaks version 6 of the protocol instead of 5");
    var unknownType = bytes(new Frame.Hello());
    unknownType[5] = 99;
    assertThatThrownBy(() -> reading(unknownType).read())
        .isInstanceOf(FrameException.class)
        .hasMessageContaining("99");
  }

  @Test
  void writesNoFrameThatNobodyWouldRead() {
    var writer = new FrameWriter(new ByteArrayOutputStream());
    var endless = "x".repeat(FrameFormat.MAX_SMALL_BYTES);
    assertThatThrownBy(() -> writer.add(new Frame.Failure(1, endless)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FAILURE");
  }

  /// Whatever is broken in a frame, reading it gives a frame, the end or a [FrameException].
  @ParameterizedTest
  @MethodSource("frames")
  void noBrokenByteSurprisesTheReader(Frame frame) throws IOException {
    var random = new Random(SEED);
    var whole = head(bytes(frame), 300);
    for (int i = 0; i < 2000; i++) {
      var broken = whole.clone();
      broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      assertThatCode(() -> readToEnd(broken))
          .as(() -> new String(broken, StandardCharsets.UTF_8))
          .doesNotThrowAnyException();
    }
  }

  private static void readToEnd(byte[] bytes) throws IOException {
    var reader = reading(bytes);
    try {
      while (reader.read() != null) {
        // What it reads does not matter.
      }
    } catch (FrameException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static Frame.Result result(@Nullable ByteBuffer body) {
    return new Frame.Result(8, 200, 1L << 40, 5000, 2, body, 1, 2, 3, Long.MAX_VALUE);
  }

  private static ByteBuffer body(int length) {
    var bytes = new byte[length];
    new Random(SEED).nextBytes(bytes);
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  private static FrameReader reading(byte[] bytes) {
    return new FrameReader(new BufferedInputStream(new ByteArrayInputStream(bytes)));
  }

  static byte[] bytes(Frame... frames) throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = new FrameWriter(out);
    for (var frame : frames) {
      writer.add(frame);
    }
    writer.flush();
    return out.toByteArray();
  }

  private static byte[] head(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, Math.min(bytes.length, length));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
