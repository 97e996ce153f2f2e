package fanout.os;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignTextTest {
  @ParameterizedTest
  @CsvSource({
    "'\u001b[31m', '\\x1b[31m'",
    "'a\tb', 'a\\x09b'",
    "'\u009bm', '\\x9bm'",
    "'\u202eabc', '\\u202eabc'",
    "'a\u2028b', 'a\\u2028b'",
    "'\u2066', '\\u2066'"
  })
  void showsWhatATerminalWouldObey(String text, String shown) {
    assertThat(ForeignText.printable(text)).isEqualTo(shown);
  }

  @Test
  void leavesWhatPeopleRead() {
    var text = "é 漢字 \"😀\" \\x1b";
    assertThat(ForeignText.printable(text)).isEqualTo(text);
  }

  @Test
  void cutsAtTwoHundredCharacters() {
    assertThat(ForeignText.printable("x".repeat(200))).isEqualTo("x".repeat(200));
    assertThat(ForeignText.printable("😀".repeat(300_000))).isEqualTo("😀".repeat(200) + "…");
  }
}
