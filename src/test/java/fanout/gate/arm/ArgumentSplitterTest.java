package fanout.gate.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class ArgumentSplitterTest {
  @Test
  void splitsAtBlanks() throws ArmException {
    assertThat(ArgumentSplitter.split("  mvn -q\t-DskipTests  package "))
        .containsExactly("mvn", "-q", "-DskipTests", "package");
    assertThat(ArgumentSplitter.split(" ")).isEmpty();
  }

  @Test
  void quotesKeepBlanksAndNothingIsExpanded() throws ArmException {
    assertThat(ArgumentSplitter.split("a 'b c' -Dx=\"d e\" '' $HOME;rm *"))
        .containsExactly("a", "b c", "-Dx=d e", "", "$HOME;rm", "*");
  }

  @Test
  void refusesAnOpenQuote() {
    assertThatExceptionOfType(ArmException.class)
        .isThrownBy(() -> ArgumentSplitter.split("mvn 'package"))
        .withMessage("The quote ' is not closed in: mvn 'package");
  }
}
