package fanout.suite.report;

import fanout.chart.Numbers;
import fanout.suite.result.Measurement;

/// Scores as cells of a table in Markdown.
final class ReadmeCells {
  private ReadmeCells() {}

  /// `27.2 to 29.0`; a dash where one fork leaves it unknown.
  static String interval(Measurement m) {
    return m.ciLow() == null || m.ciHigh() == null ? "–" : Numbers.range(m.ciLow(), m.ciHigh());
  }

  /// `28.1 ms (27.2 to 29.0)`.
  static String milliseconds(Measurement m) {
    var score = Numbers.text(m.score()) + " ms";
    return m.ciLow() == null || m.ciHigh() == null ? score : score + " (" + interval(m) + ")";
  }

  /// How many times as fast as `SEQUENTIAL`: `5.11 (5.04 to 5.17)`.
  static String speedup(Measurement m) {
    if (m.ratio() == null) {
      return "–";
    }
    var ratio = Numbers.text(1 / m.ratio());
    return m.ratioLow() == null || m.ratioHigh() == null || m.ratioLow().equals(m.ratioHigh())
        ? ratio
        : ratio + " (" + Numbers.range(1 / m.ratioHigh(), 1 / m.ratioLow()) + ")";
  }
}
