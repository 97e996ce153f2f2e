package fanout.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlphaSpendingTest {
  /// By hand: z(0.9875) = 2.241403; 2 (1 − Φ(2.241403 ÷ √(6 ÷ 24))) = 2 (1 − Φ(4.482806)) =
  /// 7.37e-6; at 10 of 24, Φ(3.472367): 5.159e-4 so far; at 16 of 24, Φ(2.745147): 6.049e-3 so far.
  @Test
  void spendsLikeOBrienAndFleming() {
    var levels = AlphaSpending.levels(0.025, List.of(6, 10, 16, 24));

    assertThat(levels.get(0)).isCloseTo(7.37e-6, within(1e-8));
    assertThat(levels.get(1)).isCloseTo(5.09e-4, within(1e-6));
    assertThat(levels.get(2)).isCloseTo(5.53e-3, within(1e-5));
    assertThat(levels.get(3)).isCloseTo(0.01895, within(1e-5));
  }

  @Test
  void spendsAllOfItWhateverTheLooks() {
    for (var looks : List.of(List.of(6), List.of(6, 7), List.of(6, 8, 12), List.of(15, 24, 60))) {
      assertThat(AlphaSpending.levels(0.025, looks).stream().mapToDouble(level -> level).sum())
          .isCloseTo(0.025, within(1e-15));
    }
  }

  @Test
  void givesTheOnlyLookEverything() {
    assertThat(AlphaSpending.levels(0.025, List.of(6))).containsExactly(0.025);
  }

  /// A budget that ends after 13 of 24 pairs: the looks before were the same, and the rest is
  /// spent.
  @Test
  void theLastLookTakesAllThatIsLeftWheneverItComes() {
    var levels = AlphaSpending.levels(0.025, List.of(6, 10, 13), 24);

    assertThat(levels.get(0)).isCloseTo(7.37e-6, within(1e-8));
    assertThat(levels.get(1)).isCloseTo(5.09e-4, within(1e-6));
    assertThat(levels.get(2)).isCloseTo(0.025 - 5.159e-4, within(1e-6));
  }

  @Test
  void refusesMoreThanWasPlanned() {
    assertThatThrownBy(() -> AlphaSpending.levels(0.025, List.of(6, 30), 24))
        .hasMessage("The last look must have at most the 24 observations planned, got: [6, 30]");
  }
}
