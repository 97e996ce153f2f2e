package fanout.gate.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  @Test
  void endsWhereAWindowIsAsFastAsTheEnd() {
    var fast = slowUntil(3);
    var slow = slowUntil(9);

    // A window of five that begins at 7 has its median at the level already.
    assertThat(WarmUp.iterations(List.of(fast, slow, fast))).isEqualTo(7);
  }

  @Test
  void isNeverShorterThanTwoNorLongerThanThePilotAllows() {
    assertThat(WarmUp.iterations(List.of(slowUntil(0)))).isEqualTo(2);
    var growing = IntStream.range(0, 20).mapToObj(i -> 100.0 - 4 * i).toList();
    assertThat(WarmUp.iterations(List.of(growing))).isEqualTo(15);
    assertThat(WarmUp.iterations(List.of(slowUntil(17)))).isLessThanOrEqualTo(15);
  }

  @Test
  void aPilotOfFewIterationsIsRead() {
    assertThat(WarmUp.iterations(List.of(List.of(3.0)))).isEqualTo(2);
    assertThat(WarmUp.iterations(List.of())).isEqualTo(2);
  }

  private static List<Double> slowUntil(int iteration) {
    return DoubleStream.iterate(0, i -> i < WarmUp.PILOT_ITERATIONS, i -> i + 1)
        .map(i -> i < iteration ? 200 : 100)
        .boxed()
        .toList();
  }
}
