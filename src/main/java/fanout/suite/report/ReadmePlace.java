package fanout.suite.report;

import fanout.measure.ResultException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Where a part that is made of a run stands in a file: between `<!-- answer:begin -->` and `<!--
/// answer:end -->`, and so on.
enum ReadmePlace {
  /// The answer in a sentence, a table of a few lines and one chart.
  ANSWER,
  /// All strategies in one table, and the charts.
  RESULTS,
  /// Whole programs beside those in Python.
  COLD_START;

  /// Those that `file` has; at least one.
  static List<ReadmePlace> in(Path file, String text) throws ResultException {
    var places = Arrays.stream(values()).filter(place -> text.contains(place.begin())).toList();
    if (places.isEmpty()) {
      throw new ResultException(
          "%s has no place for results: expected one of %s"
              .formatted(
                  file,
                  Arrays.stream(values())
                      .map(ReadmePlace::begin)
                      .collect(Collectors.joining(", "))),
          null);
    }
    return places;
  }

  String begin() {
    return "<!-- " + text() + ":begin -->";
  }

  String end() {
    return "<!-- " + text() + ":end -->";
  }

  /// `text`, whose lines in this place are `part`.
  String filled(Path file, String text, String part) throws ResultException {
    int begin = text.indexOf(begin());
    int end = text.indexOf(end(), Math.max(begin, 0));
    if (begin < 0 || end < 0) {
      throw new ResultException(
          "%s has no place for %s: expected %s and, after it, %s"
              .formatted(file, text(), begin(), end()),
          null);
    }
    return text.substring(0, begin + begin().length()) + "\n" + part + text.substring(end);
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
