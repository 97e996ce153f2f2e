package fanout.gate.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.arm.BenchmarkRow;
import fanout.gate.arm.JmhOptions;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

class PilotTest {
  private static final ForkLengths OWN_CHOICE = new ForkLengths(false, JmhOptions.none());

  @Test
  void aSingleShotIsMeasuredAsAnnotated() {
    var shot = pilot(Mode.SingleShotTime);

    assertThat(shot.gateRow(OWN_CHOICE).length()).isNull();
    assertThat(shot.forkSeconds(OWN_CHOICE)).isEqualTo(2.5);
  }

  @Test
  void whatRepeatsIsWarmedUpAsItsPilotsShow() {
    var length = requireNonNull(pilot(Mode.AverageTime).gateRow(OWN_CHOICE).length());

    assertThat(length.warmupIterations()).isEqualTo(2);
    assertThat(length.iterations()).isEqualTo(5);
  }

  private static Pilot pilot(Mode mode) {
    var level = Collections.nCopies(WarmUp.PILOT_ITERATIONS, 1.0);
    return new Pilot(
        new BenchmarkRow("demo.Work.run", new TreeMap<>()), mode, "ms/op", List.of(level), 2.5);
  }
}
