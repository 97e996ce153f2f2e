package fanout.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.vocabulary.Scenario;
import fanout.vocabulary.Scenarios;
import java.util.List;
import org.junit.jupiter.api.Test;

class DimensionTest {
  private static final Scenario DELAYED =
      Scenarios.of("B.b", "ASYNC", "FIXED_20_MS", "SIX", 6, 1, null, null, null);

  @Test
  void conditionsAreInWords() {
    assertThat(Dimension.conditions(List.of(DELAYED)))
        .isEqualTo("20 ms delay, the six endpoints, one caller");
  }

  @Test
  void onlyWhatHoldsForAllIsACondition() {
    var other = Scenarios.of("B.b", "SEQUENTIAL", "NONE", "SIX", 6, 1, null, null, null);

    assertThat(Dimension.conditions(List.of(DELAYED, other)))
        .isEqualTo("the six endpoints, one caller");
  }

  @Test
  void aBenchmarkWithoutParametersHasNoConditions() {
    var bare = Scenarios.of("B.b", "ASYNC", null, null, null, null, null, null, null);

    assertThat(Dimension.conditions(List.of(bare))).isEmpty();
  }
}
