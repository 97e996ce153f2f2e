package fanout.program;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramOutputTest {
  private static final ProgramOutput EXPECTED = new ProgramOutput(6, 5910);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thread-pool 6 5910\n",
        """

        async
           0.100 s  users      finished, 10 items
           0.300 s  all 6      finished, 5,910 items

        strategy  total
        """
      })
  void readsTheTotalOfBothLanguages(String output) {
    assertThatCode(() -> EXPECTED.check(0, output)).doesNotThrowAnyException();
  }

  @Test
  void failsWhereTheProgramFailed() {
    assertThatThrownBy(() -> EXPECTED.check(1, "async 6 5910\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Expected exit code 0, got 1. It printed: async 6 5910");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "async 6 5909", "async 5 5910", "  0.1 s  users      finished, 5,910 items"})
  void failsWhereAnAnswerIsWrongOrMissing(String output) {
    assertThatThrownBy(() -> EXPECTED.check(0, output))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Expected 6 responses with 5910 items, got ");
  }
}
