package fanout.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fanout.suite.result.PercentileGrid;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeDistributionTest {
  private final TimeDistribution tenAndOne = TimeDistribution.of(Map.of(1.0, 9L, 5.0, 1L));

  @Test
  void percentileIsTheNearestRank() {
    assertThat(tenAndOne.percentile(0)).isEqualTo(1);
    assertThat(tenAndOne.percentile(50)).isEqualTo(1);
    assertThat(tenAndOne.percentile(90)).isEqualTo(1);
    assertThat(tenAndOne.percentile(90.1)).isEqualTo(5);
    assertThat(tenAndOne.percentile(100)).isEqualTo(5);
  }

  @Test
  void percentileOfARoundShareIsNotPushedToTheNextRank() {
    var thousand = TimeDistribution.of(Map.of(1.0, 999L, 2.0, 1L));

    assertThat(thousand.percentile(99.9)).isEqualTo(1);
  }

  @Test
  void meanWeighsByCount() {
    assertThat(tenAndOne.mean()).isEqualTo(1.4);
    assertThat(tenAndOne.count()).isEqualTo(10);
  }

  @Test
  void beyondCountsOnlyWhatIsLonger() {
    assertThat(tenAndOne.beyond(1)).isEqualTo(1);
    assertThat(tenAndOne.beyond(5)).isZero();
    assertThat(tenAndOne.beyond(0.5)).isEqualTo(10);
  }

  @Test
  void addsUpAndScales() {
    var both = tenAndOne.plus(TimeDistribution.of(Map.of(5.0, 2L))).times(1000);

    assertThat(both.count()).isEqualTo(12);
    assertThat(both.max()).isEqualTo(5000);
    assertThat(both.beyond(1000)).isEqualTo(3);
  }

  @Test
  void refusesNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> TimeDistribution.of(Map.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> TimeDistribution.of(Map.of(1.0, 0L)));
  }

  @Test
  void gridHasTheUsualPercentilesAsFarAsSamplesReach() {
    assertThat(PercentileGrid.percentiles(1000))
        .startsWith(0.0)
        .contains(50.0, 75.0, 90.0, 95.0, 99.0, 99.5, 99.9)
        .endsWith(100.0)
        .isSorted()
        .doesNotHaveDuplicates()
        .noneMatch(p -> p > 99.9 && p < 100);
    assertThat(PercentileGrid.percentiles(1)).containsExactly(0.0, 100.0);
  }
}
