package fanout.gate.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class InterimLooksTest {
  @Test
  void looksAtAQuarterTwoFifthsTwoThirdsAndAll() {
    assertThat(InterimLooks.of(24)).containsExactly(6, 10, 16, 24);
    assertThat(InterimLooks.of(60)).containsExactly(14, 24, 40, 60);
    assertThat(InterimLooks.of(7)).containsExactly(6);
  }

  @Test
  void neverLooksBelowSixPairs() {
    assertThat(InterimLooks.of(12)).containsExactly(6, 8, 12);
    assertThat(InterimLooks.of(8)).containsExactly(6, 8);
    assertThat(InterimLooks.of(6)).containsExactly(6);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InterimLooks.of(5))
        .withMessage("The most pairs of a row must be from 6 to 10000, got: 5");
  }

  @Test
  void refusesLooksThatDoNotRiseToTheLastPair() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InterimLooks.requireValid(List.of(6, 6, 24), 24))
        .withMessageContaining("must rise");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InterimLooks.requireValid(List.of(3, 24), 24))
        .withMessageContaining("begin at 6 pairs or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InterimLooks.requireValid(List.of(6, 10), 24))
        .withMessageContaining("at all 24 pairs, got: [6, 10]");
    assertThatIllegalArgumentException().isThrownBy(() -> InterimLooks.requireValid(List.of(), 24));
  }
}
