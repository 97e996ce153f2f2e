package fanout.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.suite.result.PercentilePoint;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Scenarios;
import fanout.vocabulary.StrategyName;
import java.util.List;
import org.junit.jupiter.api.Test;

class PooledPercentilesTest {
  private static final Scenario ASYNC =
      Scenarios.of("SixEndpointsBenchmark.fetchAll", "ASYNC", "NONE", "SIX", 6, 1, 200, 2, 3);

  @Test
  void isOfAllForksTogether() {
    var percentiles =
        new PooledPercentiles(
            List.of(
                new PercentilePoint(ASYNC, 1, 90, 4, 20),
                new PercentilePoint(ASYNC, null, 90, 5, 40)));

    assertThat(percentiles.text(ASYNC, 90)).isEqualTo("5");
  }

  @Test
  void isADashWhereFewerThanTenSamplesLieBeyond() {
    var percentiles =
        new PooledPercentiles(
            List.of(
                new PercentilePoint(ASYNC, null, 50, 4, 10),
                new PercentilePoint(ASYNC, null, 90, 5, 9)));

    assertThat(percentiles.text(ASYNC, 50)).isEqualTo("4");
    assertThat(percentiles.text(ASYNC, 90)).isEqualTo("–");
    assertThat(percentiles.text(ASYNC, 99)).isEqualTo("–");
    assertThat(percentiles.text(ASYNC.withStrategy(StrategyName.of("OTHER")), 50)).isEqualTo("–");
  }

  @Test
  void theMaximumIsAlwaysKnown() {
    var percentiles =
        new PooledPercentiles(List.of(new PercentilePoint(ASYNC, null, 100, 7.25, 0)));

    assertThat(percentiles.text(ASYNC, 100)).isEqualTo("7.25");
  }
}
