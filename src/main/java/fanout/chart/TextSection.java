package fanout.chart;

import java.util.List;

/// One table of the summary.
///
/// @param title what was measured
/// @param sentences what it says in words, the first is the headline; may be none
/// @param header names of the columns
/// @param rows cells
public record TextSection(
    String title, List<String> sentences, List<String> header, List<List<String>> rows) {

  public String markdown() {
    var text = new StringBuilder("## " + escaped(title) + "\n\n");
    sentences.forEach(sentence -> text.append(escaped(sentence)).append('\n'));
    text.append(sentences.isEmpty() ? "" : "\n").append(line(header));
    text.append("|").append(" --- |".repeat(header.size())).append('\n');
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  /// The same for a console, in columns.
  public String plain() {
    var text = new StringBuilder(title + "\n");
    sentences.forEach(sentence -> text.append("  ").append(sentence).append('\n'));
    text.append(columns(header));
    rows.forEach(row -> text.append(columns(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells.stream().map(TextSection::escaped).toList()) + " |\n";
  }

  /// Names come from files, and must not end a cell or begin a tag.
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
  }

  private String columns(List<String> cells) {
    var text = new StringBuilder(" ");
    for (int i = 0; i < cells.size(); i++) {
      int width = width(i);
      var cell = cells.get(i);
      var gap = " ".repeat(width - cell.length());
      text.append(' ').append(i == 0 ? cell + gap : gap + cell).append(' ');
    }
    return text.toString().stripTrailing() + "\n";
  }

  private int width(int column) {
    return Math.max(
        header.get(column).length(),
        rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
  }
}
