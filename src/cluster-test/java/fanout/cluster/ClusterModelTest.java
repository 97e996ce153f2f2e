package fanout.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.cluster.ClusterModel.Limit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterModelTest {
  private static final double MS = 1e6;

  /// A coordinator of one core that spends a tenth of what a member of two spends.
  private static final ClusterModel MODEL =
      new ClusterModel(0.1 * MS, 1 * MS, 2 * MS, 0, 1, 2, 100);

  @Test
  void membersAddUpUntilTheCoordinatorIsTheLimit() {
    assertThat(MODEL.throughput(1)).isEqualTo(2_000);
    assertThat(MODEL.throughput(4)).isEqualTo(8_000);
    assertThat(MODEL.limit(4)).isEqualTo(Limit.MEMBERS);
    assertThat(MODEL.membersAtCoordinatorsLimit()).isEqualTo(6);
    assertThat(MODEL.limit(1_000)).isEqualTo(Limit.COORDINATOR);
    assertThat(MODEL.throughput(1_000)).isEqualTo(10_000);
  }

  @Test
  void aSlowServerMakesFetchesInFlightTheLimit() {
    var slow = new ClusterModel(0.1 * MS, 1 * MS, 2 * MS, 199 * MS, 1, 2, 10);

    assertThat(slow.limit(1)).isEqualTo(Limit.IN_FLIGHT);
    assertThat(slow.throughput(1)).isEqualTo(50);
    assertThat(slow.membersAtCoordinatorsLimit()).isEqualTo(201);
  }

  @Test
  void aFarMemberMakesTheWindowTheLimit() {
    var far = new ClusterModel(0.1 * MS, 1 * MS, 500 * MS, 0, 1, 2, 100);

    assertThat(far.limit(1)).isEqualTo(Limit.WINDOW);
    assertThat(far.throughput(1)).isEqualTo(400);
  }

  @Test
  void theSerialFractionIsTheCoordinatorsShare() {
    assertThat(MODEL.serialFraction()).isEqualTo(1 / 11.0, within(1e-9));
  }

  @Test
  void aBatchTakesItsFetchesAndOneRoundTrip() {
    assertThat(MODEL.batchMillis(600, 1)).isEqualTo(302, within(1e-9));
    assertThat(MODEL.batchMillis(600, 1_000)).isEqualTo(62, within(1e-9));
  }

  @Test
  void theTableIsComputed() {
    assertThat(new ClusterModelTable(MODEL, List.of(1, 1_000), 600).toString())
        .contains("The coordinator's part of the CPU is 9 %. From 6 members on it is the limit")
        .endsWith(
            """
            | 1 | 1.00 | 1.00 | members |
            | 1,000 | 5.00 | 0.21 | coordinator |
            """);
  }
}
