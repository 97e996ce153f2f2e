package fanout.report;

/// Data inside Markdown.
final class Markdown {
  private Markdown() {}

  /// Plain text: what would be markup or HTML is escaped.
  static String text(String plain) {
    return plain.replaceAll("([\\\\`*_\\[\\]|<>&#])", "\\\\$1");
  }

  /// A name in a code span that can stand in a table.
  static String code(String name) {
    return "`" + name.replace('`', '\'').replace("|", "\\|") + "`";
  }
}
