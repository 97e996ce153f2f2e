package fanout.gate.report;

import fanout.chart.Chart;
import fanout.chart.Chart.Kind;
import fanout.chart.Chart.PointPanel;
import fanout.chart.Chart.PointRow;
import fanout.chart.Chart.Reference;
import fanout.chart.Chart.Span;
import fanout.chart.Chart.Texts;
import fanout.chart.Chart.View;
import fanout.chart.Help;
import fanout.chart.Percent;
import fanout.chart.PrintableText;
import fanout.gate.judge.JudgedQuantity;
import fanout.gate.judge.Judgement;
import fanout.gate.result.GateRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;

/// The charts of a run of the gate: each row's pairs and interval against its margin.
record GateCharts(GateRun run, Judgement judgement) {
  /// One for each margin, for its band stands behind all rows of a chart.
  List<Chart> charts() {
    var byMargin = new LinkedHashMap<Double, List<GateLine>>();
    for (var line : GateLine.of(judgement)) {
      if (line.judged() != null && line.judged().ratio() != null) {
        double margin = run.settings().marginOf(line.row().row());
        byMargin.computeIfAbsent(margin, _ -> new ArrayList<>()).add(line);
      }
    }
    var charts = new ArrayList<Chart>();
    byMargin.forEach((margin, lines) -> charts.add(chart(charts.size(), margin, panels(lines))));
    return charts;
  }

  private Chart chart(int index, double margin, List<PointPanel> panels) {
    return new Chart(
        index == 0 ? "change" : "change-" + (index + 1),
        Kind.POINTS,
        new Texts(
            "Margin " + Percent.text(margin),
            "Candidate ÷ baseline, margin " + Percent.text(margin),
            "As a cost, on a log axis: right of the dashed line is worse. The shaded band is the margin;"
                + " a hollow point is undecided.",
            finePrint(),
            Help.GATE),
        true,
        0,
        List.of(new View(new TreeMap<>(), "", panels)));
  }

  /// One for each quantity; rows stand in the order of their worst verdict, the same in all.
  private static List<PointPanel> panels(List<GateLine> lines) {
    var rows = new LinkedHashMap<Title, List<PointRow>>();
    var places = new LinkedHashMap<Integer, Integer>();
    for (var line : lines) {
      var judged = Objects.requireNonNull(line.judged());
      int place = places.computeIfAbsent(line.row().index(), _ -> places.size());
      rows.computeIfAbsent(
              new Title(line.quantity(), judged.quantity().timed(), judged.margin()),
              _ -> new ArrayList<>())
          .add(row(line, judged, place));
    }
    var panels = new ArrayList<PointPanel>();
    rows.forEach((title, points) ->
        panels.add(new PointPanel(title.text(), true, new Reference(1, title.margin()), points)));
    return panels;
  }

  /// @param margin as a share
  private record Title(String quantity, boolean timed, double margin) {
    String text() {
      if (timed) {
        return quantity;
      }
      return quantity + (margin == 0 ? ", exact" : ", margin " + Percent.text(margin));
    }
  }

  private static PointRow row(GateLine line, JudgedQuantity judged, int place) {
    var ratio = Objects.requireNonNull(judged.ratio());
    var interval = ratio.interval();
    return new PointRow(
        judged.verdict().word().toUpperCase(Locale.ROOT),
        line.label(),
        place,
        ratio.value(),
        interval == null ? null : new Span(interval.low(), interval.high()),
        judged.logRatios().stream().map(Math::exp).toList(),
        !judged.verdict().decided(),
        line.change() + " " + line.verdict(),
        "%s, %s\n%s, interval %s\n%s pairs\n%s"
            .formatted(
                line.label(),
                line.quantity(),
                line.change(),
                line.interval(),
                line.pairs(),
                line.words()));
  }

  private List<String> finePrint() {
    return List.of(
        "Points are geometric means of the pairs, lines "
            + Percent.whole(JudgedQuantity.CONFIDENCE)
            + " t intervals that are not adjusted for the number of rows, faint dots the pairs.",
        "Candidate %s against baseline %s, %s; %s, %s cores."
            .formatted(
                PrintableText.name(run.candidate().label()),
                PrintableText.name(run.baseline().label()),
                run.startedAt(),
                PrintableText.name(run.host().cpu()),
                run.host().cores()));
  }
}
