package fanout.gate.judge;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.measure.Interference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiscardRuleTest {
  @Test
  void discardsWhatTheMachineSpoiled() {
    assertThat(reason(2.04, 0.0, 0))
        .isEqualTo("The host took away 2.0 % of all processor time, above 2 %");
    assertThat(reason(0.0, 5.5, 0))
        .isEqualTo("Other programs used 5.5 % of all processor time, above 5 %");
  }

  @Test
  void countsWhatIsWithinTheLimits() {
    assertThat(reason(2.0, 5.0, 0)).isNull();
    assertThat(DiscardRule.reason(Interference.UNKNOWN, 0, 24)).isNull();
  }

  @Test
  void endsOnAMachineThatIsNeverQuiet() {
    assertThat(DiscardRule.mostDiscarded(24)).isEqualTo(6);
    assertThat(DiscardRule.mostDiscarded(7)).isEqualTo(2);
    assertThat(reason(50.0, 50.0, 5)).isNotNull();
    assertThat(reason(50.0, 50.0, 6)).isNull();
  }

  private static @Nullable String reason(double steal, double foreign, int discardedSoFar) {
    return DiscardRule.reason(new Interference(steal, foreign), discardedSoFar, 24);
  }
}
