package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {
  private final DurationConverter converter = new DurationConverter();

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "20ms, 20",
    "20MS, 20",
    "1s, 1000",
    "1.5s, 1500",
    "30m, 1800000",
    "2h, 7200000",
    "1m30s, 90000"
  })
  void readsADurationAsPeopleWriteIt(String text, long millis) {
    assertThat(converter.convert(text)).hasMillis(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "1",
        "s",
        "ms",
        "1.5ms",
        "1d",
        "1 s",
        "-1s",
        "-5ms",
        "99999999999999999999ms",
        "99999999999999999999h"
      })
  void refusesAnythingElseByItsValue(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> converter.convert(text))
        .withMessage(
            "'"
                + text
                + "' is not a duration; write a number and ms, s, m or h, such as 20ms or 1.5s");
  }
}
