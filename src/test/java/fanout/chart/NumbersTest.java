package fanout.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  private static final Script SCRIPT = new Script("numbers.js");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "-0.0|0",
        "0.3|0.300",
        "0.5|0.500",
        "0.00012345|0.000123",
        "0.00000123456|0.00000123",
        "0.000000123456|1.23e-7",
        "1|1",
        "4.5|4.50",
        "4.525|4.53",
        "9.996|10.0",
        "45.25|45.3",
        "45.26|45.3",
        "99.96|100",
        "100|100",
        "999.4|999",
        "999.6|1,000",
        "1000|1,000",
        "1234.5|1,235",
        "12345678|12,345,678",
        "-0.5|-0.500",
        "-45.25|-45.3",
        "-1234.5|-1,234",
        "-1234567|-1,234,567"
      })
  void showsThreeSignificantDigitsInJavaAsInThePage(double value, String text) {
    assertThat(Numbers.text(value)).isEqualTo(text);
    assertThat(SCRIPT.json("fanout.numbers.brief(" + value + ")")).isEqualTo('"' + text + '"');
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 7, 999, 1000, 1_234_567, -999, -1000})
  void showsCountsInJavaAsInThePage(long count) {
    assertThat(SCRIPT.json("fanout.numbers.exact(" + count + ")"))
        .isEqualTo('"' + Numbers.text(count) + '"');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0.1 + 0.2|0.3", "99.999|99.999", "2.5e3|2,500", "1e-3|0.001"})
  void showsEveryDigitOfATick(String value, String text) {
    assertThat(SCRIPT.json("fanout.numbers.exact(" + value + ")")).isEqualTo('"' + text + '"');
  }

  @Test
  void showsFourDigitsWhereColumnsAreRead() {
    assertThat(Numbers.precise(4.5251)).isEqualTo("4.525");
    assertThat(Numbers.precise(20)).isEqualTo("20.00");
    assertThat(Numbers.precise(12344)).isEqualTo("12340");
  }

  @Test
  void showsWhatElseIsCounted() {
    assertThat(Numbers.range(1.234, 1234)).isEqualTo("1.23 to 1,234");
    assertThat(Numbers.probability(0.01234)).isEqualTo("0.0123");
    assertThat(Numbers.gibibytes(8_000_000_000L)).isEqualTo("7 GiB");
  }

  @Test
  void writesTheSameInEveryLocale() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("hi-IN-u-nu-deva"));
      assertThat(Numbers.text(4.5)).isEqualTo("4.50");
      assertThat(Numbers.text(1234L)).isEqualTo("1,234");
      assertThat(Numbers.probability(0.5)).isEqualTo("0.5000");
      assertThat(Percent.change(0.0711)).isEqualTo("+7.1 %");
    } finally {
      Locale.setDefault(before);
    }
  }
}
