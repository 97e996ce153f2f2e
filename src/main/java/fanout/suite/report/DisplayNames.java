package fanout.suite.report;

import fanout.chart.PrintableText;
import java.util.regex.Pattern;

/// What the names in the files are called in a chart. A name that is not known stays as it is.
public final class DisplayNames {
  private static final Pattern FIXED = Pattern.compile("FIXED_(\\d{1,9})_MS");
  private static final Pattern LOGNORMAL = Pattern.compile("LOGNORMAL_(\\d{1,9})_MS");

  private DisplayNames() {}

  static String delay(String delay) {
    var random = LOGNORMAL.matcher(delay);
    if (random.matches()) {
      return "log-normal delay, about " + random.group(1) + " ms";
    }
    int millis = fixedDelayMillis(delay);
    if (millis > 0) {
      return millis + " ms delay";
    }
    return delay.equals("NONE") ? "no delay" : PrintableText.name(delay);
  }

  static String bodies(String bodies) {
    return switch (bodies) {
      case "SIX" -> "the six endpoints";
      case "EQUAL" -> "six times posts";
      default -> PrintableText.name(bodies) + " only";
    };
  }

  static String callers(int callers) {
    return callers == 1 ? "one caller" : callers + " callers";
  }

  /// `batches/s` as `batches per second`.
  static String unit(String unit) {
    return PrintableText.name(unit).replace("/s", " per second").replace("/", " per ");
  }

  /// The milliseconds that every answer waits; 0 where that is not fixed.
  static int fixedDelayMillis(String delay) {
    var fixed = FIXED.matcher(delay);
    return fixed.matches() ? Integer.parseInt(fixed.group(1)) : 0;
  }
}
