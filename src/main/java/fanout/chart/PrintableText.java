package fanout.chart;

import java.util.List;
import java.util.regex.Pattern;

/// Names and sentences from files, as they can be printed. A name stays as it is, for names are
/// data; only what no text can hold is taken out.
public final class PrintableText {
  private static final int LONGEST_NAME = 120;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]");

  private PrintableText() {}

  /// A name as it can be printed: without control characters, and not endless.
  public static String name(String raw) {
    var printable = sentence(raw);
    return printable.codePointCount(0, printable.length()) <= LONGEST_NAME
        ? printable
        : printable.substring(0, printable.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }

  /// A text as it can be printed, however long it is.
  public static String sentence(String raw) {
    return UNPRINTABLE.matcher(raw).replaceAll("\uFFFD");
  }

  /// `A`, `A and B`, `A, B and C`.
  public static String list(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
