package fanout.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SteadyStateTest {
  @Test
  void needsSixWindows() {
    assertThat(SteadyState.isSteady(List.of())).isFalse();
    assertThat(SteadyState.isSteady(List.of(100.0, 100.0, 100.0, 100.0, 100.0))).isFalse();
    assertThat(SteadyState.isSteady(List.of(100.0, 100.0, 100.0, 100.0, 100.0, 100.0))).isTrue();
  }

  @Test
  void isNotSteadyWhileThroughputRises() {
    assertThat(SteadyState.isSteady(List.of(55.0, 121.0, 145.0, 165.0, 165.0, 175.0))).isFalse();
    assertThat(SteadyState.isSteady(List.of(165.0, 165.0, 175.0, 190.0, 200.0, 205.0))).isFalse();
  }

  @Test
  void isNotSteadyWhileThroughputFalls() {
    assertThat(SteadyState.isSteady(List.of(100.0, 100.0, 100.0, 90.0, 90.0, 90.0))).isFalse();
  }

  @Test
  void bearsAnOutlier() {
    assertThat(SteadyState.isSteady(List.of(100.0, 102.0, 20.0, 104.0, 300.0, 101.0))).isTrue();
  }

  @Test
  void forgetsTheBeginning() {
    assertThat(SteadyState.isSteady(List.of(5.0, 50.0, 100.0, 100.0, 100.0, 100.0, 100.0, 105.0)))
        .isTrue();
  }
}
