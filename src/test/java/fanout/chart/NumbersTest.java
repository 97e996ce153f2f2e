package fanout.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "0.00012345|0.000123",
        "1|1",
        "4.525|4.53",
        "45.26|45.3",
        "999.4|999",
        "1234.5|1,235",
        "12345678|12,345,678",
        "-45.26|-45.3"
      })
  void showsThreeSignificantDigits(double value, String text) {
    assertThat(Numbers.text(value)).isEqualTo(text);
  }
}
