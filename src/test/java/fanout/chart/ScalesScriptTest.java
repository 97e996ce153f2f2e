package fanout.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalesScriptTest {
  private static final Script SCALES = new Script("numbers.js", "scales.js");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0, 10, false, 5|[0,2,4,6,8,10]",
        "0, 1, false, 4|[0,0.5,1]",
        "0.1, 0.32, false, 2|[0.2]",
        "3, 17, false, 1|[]",
        "-1, 1, false, 2|[-1,0,1]",
        "1, 1000, true, 4|[1,10,100,1000]",
        "2, 40, true, 3|[3,10,30]",
        "2, 9, true, 3|[2,3,5,7]",
        "1.5, 4, true, 3|[1.5,2,3]",
        "1.02, 1.06, true, 2|[1.02,1.04,1.06]"
      })
  void ticksAreRoundNumbersInsideTheAxis(String arguments, String ticks) {
    assertThat(SCALES.json("fanout.scales.ticks(" + arguments + ")")).isEqualTo(ticks);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"5, 5, false, 3", "2, 1, true, 3", "NaN, 1, false, 3"})
  void anAxisWithoutLengthHasNoTicks(String arguments) {
    assertThat(SCALES.json("fanout.scales.ticks(" + arguments + ")")).isEqualTo("[]");
  }

  @Test
  void aLogAxisTakesLogarithmsAndBack() {
    assertThat(SCALES.json("[fanout.scales.forward(100, true), fanout.scales.backward(2, true)]"))
        .isEqualTo("[2,100]");
    assertThat(SCALES.json("[fanout.scales.forward(-3, false), fanout.scales.backward(-3, false)]"))
        .isEqualTo("[-3,-3]");
  }
}
