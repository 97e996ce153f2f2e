package fanout.gate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/// One row whose forks take a second each: a round takes two, and the reference loop.
class RoundBudgetTest {
  private static final List<Integer> ROW = List.of(0);
  private static final double ROUND = 2 + EtaEstimator.REFERENCE_LOOP_SECONDS;

  private final long[] clock = new long[1];
  private final EtaEstimator eta = new EtaEstimator(List.of(1.0), List.of(), 10, () -> clock[0]);

  @Test
  void saysWhatTheRoundsTakeWhereThereIsNoLimit() {
    assertThat(new RoundBudget(null, eta).secondsLeft(ROW, 20)).isCloseTo(20 * ROUND, within(1e-9));
  }

  @Test
  void promisesNoMoreThanTheBudgetHas() {
    var budget = new RoundBudget(60L, eta);

    assertThat(budget.secondsLeft(ROW, 2)).isCloseTo(2 * ROUND, within(1e-9));
    assertThat(budget.secondsLeft(ROW, 20))
        .isCloseTo(60 * RoundBudget.TOLERANCE - 10, within(1e-9));
    clock[0] = 30_000_000_000L;
    assertThat(budget.secondsLeft(ROW, 20))
        .isCloseTo(60 * RoundBudget.TOLERANCE - 40, within(1e-9));
  }

  @Test
  void allowsARoundThatEndsInTime() {
    assertThat(new RoundBudget(14L, eta).allowsRound(ROW)).isTrue();
    assertThat(new RoundBudget(12L, eta).allowsRound(ROW)).isFalse();
  }
}
