package fanout.os;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LastWordsTest {
  @Test
  void theEndIsKeptWhateverTheSizeOfWhatIsAdded() {
    for (int size = 1; size <= 12; size++) {
      var words = new LastWords(4);
      var text = "abcdefghijkl";
      for (int i = 0; i < text.length(); i += size) {
        words.add(text.substring(i, Math.min(text.length(), i + size)).getBytes(UTF_8));
      }
      assertThat(words.text()).isEqualTo("ijkl");
    }
  }

  @Test
  void aStreamIsReadToItsEnd() throws Exception {
    var in = new ByteArrayInputStream("one\n two\n\n".getBytes(UTF_8));
    var words = LastWords.of(in, "test", 100).await(Duration.ofSeconds(10));

    assertThat(words.text()).isEqualTo("one\n two");
    assertThat(words.lines()).containsExactly("one", " two", "");
  }

  @Test
  void oneLineHasTheLastDifferentLinesThatSaySomething() {
    assertThat(LastWords.inOneLine(Stream.of("a", "b", " ", " c", "b ", "d"), 3))
        .isEqualTo("b / c / d");
    assertThat(LastWords.inOneLine(Stream.of(" "), 3)).isEmpty();
  }
}
