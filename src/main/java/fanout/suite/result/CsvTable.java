package fanout.suite.result;

import fanout.measure.ResultException;
import fanout.measure.ResultText;
import fanout.os.AtomicFile;
import fanout.os.ForeignText;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Name;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// One of the tidy CSV files of a run: its name, its columns, and how its rows are written and
/// read. The text is the same in every locale: lines end in `\n`, decimals have a point and at most
/// nine significant digits, and what does not apply is empty.
///
/// @param <T> one row
public final class CsvTable<T> {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
  private static final MathContext DIGITS = new MathContext(9);

  private final String fileName;
  private final List<String> columns;
  private final List<String> key;
  private final Function<T, List<@Nullable Object>> cells;
  private final RowReader<T> reader;
  private final Set<String> mayLack;

  /// Reads one row.
  interface RowReader<T> {
    T read(CsvRow row) throws ResultException;
  }

  /// @param key columns in which two rows must differ
  CsvTable(
      String fileName,
      List<String> columns,
      List<String> key,
      Function<T, List<@Nullable Object>> cells,
      RowReader<T> reader) {
    this(fileName, columns, key, cells, reader, Set.of());
  }

  /// One with columns that files of before may lack: their cells are empty then.
  CsvTable(
      String fileName,
      List<String> columns,
      List<String> key,
      Function<T, List<@Nullable Object>> cells,
      RowReader<T> reader,
      Set<String> mayLack) {
    this.fileName = fileName;
    this.columns = List.copyOf(columns);
    this.key = List.copyOf(key);
    this.cells = cells;
    this.reader = reader;
    this.mayLack = mayLack;
  }

  /// Name of the file in a run's folder, such as `results.csv`.
  public String fileName() {
    return fileName;
  }

  public List<String> columns() {
    return columns;
  }

  /// The whole file as text.
  public String format(List<T> rows) {
    var text = new StringBuilder();
    try (var printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(columns);
      for (var row : rows) {
        printer.printRecord(cells.apply(row).stream().map(CsvTable::cell).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /// Writes the file into `folder`.
  ///
  /// @throws IOException with one sentence, if it cannot be written
  public void write(Path folder, List<T> rows) throws IOException {
    AtomicFile.write(folder.resolve(fileName), format(rows));
  }

  /// Whether `folder` has the file.
  public boolean isIn(Path folder) {
    return Files.exists(folder.resolve(fileName));
  }

  /// Reads the file in `folder`.
  ///
  /// @throws ResultException if it is missing or cut off, or has another column or a wrong cell
  public List<T> read(Path folder) throws ResultException {
    var file = folder.resolve(fileName);
    try {
      return parse(file, ResultText.of(file));
    } catch (ResultException e) {
      throw e;
    } catch (IOException e) {
      throw ResultException.unreadable(file, e);
    }
  }

  private List<T> parse(Path file, String text) throws IOException {
    if (!text.endsWith("\n")) {
      throw new ResultException(file + " is cut off: its last line does not end", null);
    }
    var rows = new ArrayList<T>();
    try (var parser = CSVParser.parse(text, FORMAT)) {
      var records = parser.iterator();
      if (!records.hasNext()) {
        throw new ResultException(file + " is empty", null);
      }
      var header = header(file, records.next());
      var seen = new HashMap<List<String>, Long>();
      while (records.hasNext()) {
        var csvRecord = records.next();
        var row = row(file, parser.getCurrentLineNumber(), header, csvRecord);
        requireNew(row, seen);
        rows.add(reader.read(row));
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new ResultException(file + " is no CSV file: " + e.getMessage(), e);
    }
    return rows;
  }

  /// @param seen the line of each row before, by its key
  private void requireNew(CsvRow row, Map<List<String>, Long> seen) throws ResultException {
    var before = seen.putIfAbsent(row.texts(key), row.line());
    if (before != null) {
      throw row.broken(
          "the same row as in line "
              + before
              + ": "
              + ForeignText.printable(row.texts(key).toString()));
    }
  }

  private List<String> header(Path file, CSVRecord csvRecord) throws ResultException {
    var header = csvRecord.toList();
    var seen = new HashSet<String>();
    for (var column : header) {
      if (!columns.contains(column)) {
        throw CsvRow.broken(
            file, 1, "unknown column '" + ForeignText.printable(column) + "', expected " + columns);
      }
      if (!seen.add(column)) {
        throw CsvRow.broken(file, 1, "the column " + column + " is there twice");
      }
    }
    for (var column : columns) {
      if (!seen.contains(column) && !mayLack.contains(column)) {
        throw CsvRow.broken(file, 1, "the column " + column + " is missing");
      }
    }
    return header;
  }

  private static CsvRow row(Path file, long line, List<String> header, CSVRecord csvRecord)
      throws ResultException {
    if (csvRecord.size() != header.size()) {
      throw CsvRow.broken(
          file, line, "expected " + header.size() + " cells, got " + csvRecord.size());
    }
    var cells = new LinkedHashMap<String, String>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), csvRecord.get(i));
    }
    return new CsvRow(file, line, cells);
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number -> decimal(number);
      case Metric metric -> metric.column();
      case Name name -> name.text();
      default -> value.toString();
    };
  }

  private static String decimal(double number) {
    var rounded = new BigDecimal(number).round(DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
