package fanout.report;

import java.util.List;
import java.util.regex.Pattern;

/// What the names in the files are called in a chart. A name that is not known stays as it is, for
/// names are data; only what no text can hold is taken out.
final class Wording {
  private static final int LONGEST_NAME = 120;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]");
  private static final Pattern FIXED = Pattern.compile("FIXED_(\\d{1,9})_MS");
  private static final Pattern LOGNORMAL = Pattern.compile("LOGNORMAL_(\\d{1,9})_MS");

  private Wording() {}

  /// A name as it can be printed: without control characters, and not endless.
  static String name(String raw) {
    var printable = sentence(raw);
    return printable.codePointCount(0, printable.length()) <= LONGEST_NAME
        ? printable
        : printable.substring(0, printable.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }

  /// A text as it can be printed, however long it is.
  static String sentence(String raw) {
    return UNPRINTABLE.matcher(raw).replaceAll("\uFFFD");
  }

  static String delay(String delay) {
    var random = LOGNORMAL.matcher(delay);
    if (random.matches()) {
      return "log-normal delay, about " + random.group(1) + " ms";
    }
    int millis = fixedDelayMillis(delay);
    if (millis > 0) {
      return millis + " ms delay";
    }
    return delay.equals("NONE") ? "no delay" : name(delay);
  }

  static String bodies(String bodies) {
    return switch (bodies) {
      case "SIX" -> "the six endpoints";
      case "EQUAL" -> "six times posts";
      default -> name(bodies) + " only";
    };
  }

  static String callers(int callers) {
    return callers == 1 ? "one caller" : callers + " callers";
  }

  /// `batches/s` as `batches per second`.
  static String unit(String unit) {
    return name(unit).replace("/s", " per second").replace("/", " per ");
  }

  /// `A`, `A and B`, `A, B and C`.
  static String list(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /// The milliseconds that every answer waits; 0 where that is not fixed.
  static int fixedDelayMillis(String delay) {
    var fixed = FIXED.matcher(delay);
    return fixed.matches() ? Integer.parseInt(fixed.group(1)) : 0;
  }
}
