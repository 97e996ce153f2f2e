package fanout.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a duration as people write it: `20ms`, `1s`, `1.5s`, `30m`, `2h`, or `0`, up to a year.
public final class DurationConverter implements ITypeConverter<Duration> {

  private static final Duration LONGEST = Duration.ofDays(365);

  @Override
  public Duration convert(String text) {
    try {
      var duration = parse(text.toLowerCase(Locale.ROOT));
      if (duration.compareTo(LONGEST) > 0) {
        throw new TypeConversionException("'" + text + "' is too long; a duration has up to 8760h");
      }
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException | NumberFormatException | ArithmeticException _) {
      // Said below.
    }
    throw new TypeConversionException(
        "'" + text + "' is not a duration; write a number and ms, s, m or h, such as 20ms or 1.5s");
  }

  private static Duration parse(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    return text.endsWith("ms")
        ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
        : Duration.parse("PT" + text);
  }
}
