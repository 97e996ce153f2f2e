package fanout.suite.report;

import fanout.chart.TextSection;
import fanout.chart.Theme;
import fanout.suite.result.RunRecord;
import java.util.ArrayList;
import java.util.List;

/// The tables of a run that set whole programs beside their counterparts in Python.
final class SummaryColdStart {
  private SummaryColdStart() {}

  /// One per pause; none where no program has a counterpart.
  static List<TextSection> of(RunRecord run) {
    return ColdStart.of(Theme.FANOUT, run).stream()
        .filter(each -> each.rows().stream().anyMatch(row -> row.python() != null))
        .map(SummaryColdStart::section)
        .toList();
  }

  private static TextSection section(ColdStart coldStart) {
    return new TextSection(
        coldStart.benchmark().text() + " beside Python",
        List.of("Program ÷ its counterpart in the same round; of medians: over all shots."),
        List.of(
            "program",
            coldStart.rows().getFirst().time().unit().text(),
            "counterpart",
            "ratio to it",
            "95 % interval",
            "of medians"),
        cells(coldStart.rows()));
  }

  private static List<List<String>> cells(List<ColdStart.Row> rows) {
    var cells = new ArrayList<List<String>>();
    for (var row : rows) {
      if (row.python() != null) {
        cells.add(cells(row, row.python()));
      }
    }
    return cells;
  }

  private static List<String> cells(ColdStart.Row row, ColdStart.BesidePython python) {
    var interval = python.ratio().interval();
    return List.of(
        row.label(),
        SummarySections.number(row.time().score()),
        python.counterpart().text(),
        SummarySections.number(python.ratio().value()),
        interval == null ? "-" : SummarySections.interval(interval.low(), interval.high()),
        SummarySections.number(python.ofMedians()));
  }
}
