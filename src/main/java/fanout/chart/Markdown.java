package fanout.chart;

/// Data inside Markdown.
public final class Markdown {
  private Markdown() {}

  /// Plain text: what would be markup or HTML is escaped.
  public static String text(String plain) {
    return plain.replaceAll("([\\\\`*_\\[\\]|<>&#])", "\\\\$1");
  }

  /// A name in a code span that can stand in a table.
  public static String code(String name) {
    return "`" + name.replace('`', '\'').replace("|", "\\|") + "`";
  }
}
