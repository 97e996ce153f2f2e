package fanout.chart;

import java.util.List;
import java.util.Set;

/// A table for a console: words begin at the left of their column, numbers end at its right.
///
/// @param numbers indexes of the columns that hold numbers
public record TextColumns(List<String> header, Set<Integer> numbers, List<List<String>> rows) {
  private static final String GAP = "  ";

  public String text() {
    var text = new StringBuilder(line(header));
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private String line(List<String> cells) {
    var line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      var cell = cells.get(i);
      var filling = " ".repeat(width(i) - cell.length());
      line.append(GAP).append(numbers.contains(i) ? filling + cell : cell + filling);
    }
    return line.toString().stripTrailing() + "\n";
  }

  private int width(int column) {
    return Math.max(
        header.get(column).length(),
        rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
  }
}
