package fanout.os;

import java.util.regex.Pattern;

/// Text that a server or a file chose, as it may stand in a message: on a terminal, control
/// characters would be obeyed and direction marks would turn the rest around.
public final class ForeignText {
  private static final int LONGEST = 200;

  /// Controls, format characters such as direction marks, halves of pairs, private and unassigned
  /// ones, and the separators that begin a line.
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

  private ForeignText() {}

  /// The same with `\x1b` or `\u202e` for what is not visible, cut at 200 characters.
  public static String printable(String text) {
    return printable(text, LONGEST);
  }

  /// The same, cut at `longest` characters.
  public static String printable(String text, int longest) {
    return INVISIBLE.matcher(shortened(text, longest)).replaceAll(found -> escape(found.group()));
  }

  private static String shortened(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
  }

  private static String escape(String character) {
    int code = character.codePointAt(0);
    return "\\\\" + (code < 0x100 ? "x%02x" : "u%04x").formatted(code);
  }
}
