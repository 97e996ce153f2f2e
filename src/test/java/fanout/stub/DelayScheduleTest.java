package fanout.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fanout.fetch.Endpoint;
import fanout.vocabulary.Delay;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DelayScheduleTest {
  private static final int DRAWS = 120_000;

  @Test
  void leavesTheEndpointsAloneWithoutDelay() {
    assertThat(new DelaySchedule(Delay.NONE, 1).batch(Endpoint.SIX, 1)).isSameAs(Endpoint.SIX);
    assertThat(new DelaySchedule(Delay.NONE, 1).millis(1, 1)).isZero();
  }

  @Test
  void tellsTheDelayInTheQuery() {
    assertThat(locations(new DelaySchedule(Delay.FIXED_20_MS, 1).batch(Endpoint.SIX, 1)))
        .containsExactly(
            "/posts?delayMillis=20",
            "/comments?delayMillis=20",
            "/albums?delayMillis=20",
            "/photos?delayMillis=20",
            "/todos?delayMillis=20",
            "/users?delayMillis=20");
    assertThat(
            locations(
                new DelaySchedule(Delay.FIXED_100_MS, 1).batch(List.of(Endpoint.SIX.getLast()), 1)))
        .containsExactly("/users?delayMillis=100");
  }

  @Test
  void sendsThePositionsDelayWithEachEndpoint() {
    var batch = new DelaySchedule(Delay.LOGNORMAL_20_MS, 42).batch(Endpoint.SIX, 7);
    for (int i = 0; i < batch.size(); i++) {
      assertThat(batch.get(i).location().getQuery())
          .isEqualTo("delayMillis=" + new DelaySchedule(Delay.LOGNORMAL_20_MS, 42).millis(7, i));
    }
  }

  @Test
  void isTheSameInEveryRun() {
    assertThat(
            IntStream.range(0, 8)
                .map(i -> new DelaySchedule(Delay.LOGNORMAL_20_MS, 42).millis(7, i)))
        .as("delays that differ make runs that cannot be compared: change these on purpose only")
        .containsExactly(8, 18, 24, 16, 7, 11, 20, 16);
  }

  @Test
  void differsWithSeedBatchAndPosition() {
    assertThat(delaysOfBatch(42, 7)).isNotEqualTo(delaysOfBatch(43, 7));
    assertThat(delaysOfBatch(42, 7)).isNotEqualTo(delaysOfBatch(42, 8));
    assertThat(delaysOfBatch(42, 7).stream().distinct().count()).isGreaterThan(10);
  }

  @Test
  void spreadsLogNormallyAroundAMeanOf20Ms() {
    int[] sorted =
        IntStream.range(0, DRAWS)
            .map(i -> new DelaySchedule(Delay.LOGNORMAL_20_MS, 1).millis(i / 6, i % 6))
            .sorted()
            .toArray();

    assertThat(IntStream.of(sorted).average().orElseThrow()).isCloseTo(20, within(0.3));
    assertThat(sorted[DRAWS / 2]).isBetween(17, 18);
    assertThat(sorted[DRAWS * 99 / 100]).isBetween(58, 62);
    assertThat(sorted[DRAWS / 100]).isBetween(4, 6);
    assertThat(sorted[DRAWS - 1]).isLessThan(DelaySchedule.MAX_MILLIS);
  }

  @Test
  void asksForADelayPerRequest() {
    assertThat(
            locations(
                DelaySchedule.drawnByEachRequest(
                    Endpoint.SIX.subList(4, 6), Delay.LOGNORMAL_20_MS)))
        .containsExactly("/todos?delayMeanMillis=20", "/users?delayMeanMillis=20");
    assertThatThrownBy(() -> DelaySchedule.drawnByEachRequest(Endpoint.SIX, Delay.FIXED_20_MS))
        .hasMessage("Every request would draw the same: FIXED_20_MS");
  }

  private static List<String> locations(List<Endpoint> endpoints) {
    return endpoints.stream().map(endpoint -> endpoint.location().toString()).toList();
  }

  private static List<Integer> delaysOfBatch(long seed, long batch) {
    return IntStream.range(0, 60)
        .mapToObj(i -> new DelaySchedule(Delay.LOGNORMAL_20_MS, seed).millis(batch, i))
        .toList();
  }
}
