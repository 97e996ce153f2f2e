package fanout.suite.result;

import fanout.measure.ResultException;
import fanout.os.ForeignText;
import fanout.stats.Estimate;
import fanout.stats.Estimate.Interval;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Operation;
import fanout.vocabulary.Unit;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One line of a CSV file, read by column name; whatever is wrong with it is reported with the file
/// and the line.
final class CsvRow {
  private final Path file;
  private final long line;
  private final Map<String, String> cells;

  CsvRow(Path file, long line, Map<String, String> cells) {
    this.file = file;
    this.line = line;
    this.cells = cells;
  }

  String text(String column) throws ResultException {
    var text = textOrNull(column);
    if (text == null) {
      throw broken(column + " is empty");
    }
    return text;
  }

  long line() {
    return line;
  }

  List<String> texts(List<String> columns) {
    return columns.stream().map(column -> cells.getOrDefault(column, "")).toList();
  }

  @Nullable String textOrNull(String column) {
    var text = cells.get(column);
    return text == null || text.isEmpty() ? null : text;
  }

  <T> T name(String column, Function<String, T> names) throws ResultException {
    return names.apply(text(column));
  }

  <T> @Nullable T nameOrNull(String column, Function<String, T> names) {
    var text = textOrNull(column);
    return text == null ? null : names.apply(text);
  }

  double number(String column) throws ResultException {
    var text = text(column);
    try {
      double number = new BigDecimal(text).doubleValue();
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw broken(column + " is no number: " + shown(text));
    }
    throw broken(column + " is out of range: " + shown(text));
  }

  /// A number of which there cannot be less than nothing.
  double amount(String column) throws ResultException {
    double amount = number(column);
    if (amount < 0) {
      throw broken(column + " is negative: " + shown(text(column)));
    }
    return amount;
  }

  /// A mean with its interval, over the forks of the row. With too few of them there is none; where
  /// there is one end, there must be the other.
  Estimate estimate(String value, String low, String high) throws ResultException {
    int forks = smallCount("forks");
    if (forks == 0) {
      throw broken("forks is 0");
    }
    double mean = amount(value);
    if (textOrNull(low) == null && textOrNull(high) == null) {
      return new Estimate(mean, null, forks);
    }
    var interval = new Interval(number(low), number(high));
    if (!interval.contains(mean)) {
      throw broken(
          "%s is %s, outside of its interval from %s to %s"
              .formatted(value, shown(text(value)), shown(text(low)), shown(text(high))));
    }
    return new Estimate(mean, interval, forks);
  }

  /// A unit that `metric` can have.
  Unit unit(String column, Metric metric) throws ResultException {
    var text = text(column);
    var known =
        Arrays.stream(Operation.values()).map(each -> each.unit(metric)).distinct().toList();
    for (var unit : known) {
      if (unit.text().equals(text)) {
        return unit;
      }
    }
    throw broken(
        "%s of %s is '%s', expected one of %s"
            .formatted(
                column,
                metric.column(),
                shown(text),
                known.stream().map(Unit::text).collect(Collectors.joining(", "))));
  }

  long count(String column) throws ResultException {
    var text = text(column);
    try {
      long count = Long.parseLong(text);
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw broken(column + " is no whole number: " + shown(text));
    }
    throw broken(column + " is negative: " + shown(text));
  }

  int smallCount(String column) throws ResultException {
    long count = count(column);
    if (count > Integer.MAX_VALUE) {
      throw broken(column + " is out of range: " + count);
    }
    return (int) count;
  }

  @Nullable Integer smallCountOrNull(String column) throws ResultException {
    return textOrNull(column) == null ? null : Integer.valueOf(smallCount(column));
  }

  Metric metric(String column) throws ResultException {
    var text = text(column);
    for (var metric : Metric.values()) {
      if (metric.column().equals(text)) {
        return metric;
      }
    }
    throw broken(
        "unknown "
            + column
            + " '"
            + shown(text)
            + "', expected one of "
            + Arrays.stream(Metric.values()).map(Metric::column).collect(Collectors.joining(", ")));
  }

  private static String shown(String cell) {
    return ForeignText.printable(cell);
  }

  ResultException broken(String what) {
    return broken(file, line, what);
  }

  static ResultException broken(Path file, long line, String what) {
    return new ResultException(
        String.format(Locale.ROOT, "%s, line %d: %s", file, line, what), null);
  }
}
