package fanout.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.vocabulary.Scenario;
import fanout.vocabulary.Scenarios;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowLabelsTest {
  private static final Scenario ALONE = workers(1, 3);

  @Test
  void namesWhatOneStrategyWasMeasuredWithSeveralOf() {
    var labels = new RowLabels(List.of(ALONE, workers(1, 5)));

    assertThat(labels.label(ALONE)).isEqualTo("MULTI_PROCESS, 3 in flight");
  }

  @Test
  void doesNotNameWhatDiffersWithTheCallers() {
    var labels = new RowLabels(List.of(ALONE, workers(64, 100)));

    assertThat(labels.label(ALONE)).isEqualTo("MULTI_PROCESS");
    assertThat(labels.label(workers(64, 100))).isEqualTo("MULTI_PROCESS");
  }

  private static Scenario workers(int callers, int inFlight) {
    return Scenarios.of("B.b", "MULTI_PROCESS", "NONE", "SIX", 6, callers, 200, 2, inFlight);
  }
}
