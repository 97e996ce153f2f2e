package fanout.suite.result;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.vocabulary.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `benchmarks-results/README.md` says what each column is: no more and no fewer than are written.
class ColumnDictionaryTest {
  private static final Path README = Path.of("benchmarks-results", "README.md");
  private static final Pattern HEADING = Pattern.compile("^## `([^`]+)`.*");
  private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|(.*)\\|$");

  @Test
  void everyColumnIsInTheDictionaryInItsOrder() throws IOException {
    var documented = firstCells();

    for (var table : RunTables.ALL) {
      assertThat(documented.get(table.fileName())).as(table.fileName()).isEqualTo(table.columns());
    }
  }

  @Test
  void everyMetricIsInTheDictionaryInItsOrder() throws IOException {
    assertThat(firstCells().get("metric"))
        .isEqualTo(Arrays.stream(Metric.values()).map(Metric::column).toList());
  }

  @Test
  void everyRowSaysUnitAndMeaning() throws IOException {
    var lines = Files.readAllLines(README);
    for (var line : lines.subList(lines.indexOf("## `results.csv`"), lines.size())) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        assertThat(row.group(2).split("\\|", -1))
            .as(line)
            .hasSize(2)
            .allSatisfy(cell -> assertThat(cell).isNotBlank());
      }
    }
  }

  private static Map<String, List<String>> firstCells() throws IOException {
    var cells = new LinkedHashMap<String, List<String>>();
    List<String> current = new ArrayList<>();
    for (var line : Files.readAllLines(README)) {
      var heading = HEADING.matcher(line);
      var row = ROW.matcher(line);
      if (heading.matches()) {
        current = new ArrayList<>();
        cells.put(heading.group(1), current);
      } else if (line.startsWith("## ")) {
        current = new ArrayList<>();
      } else if (row.matches()) {
        current.add(row.group(1));
      }
    }
    return cells;
  }
}
