package fanout.gate.report;

import fanout.chart.Downloads;
import fanout.chart.Page;
import fanout.chart.PrintableText;
import fanout.gate.judge.JudgedControl;
import fanout.gate.judge.Judgement;
import fanout.gate.result.GateRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of a run of the gate.
record GatePage(GateRun run, Judgement judgement) {
  private static final List<String> COLUMNS =
      List.of(
          "verdict",
          "benchmark",
          "of",
          "change %",
          "low %",
          "high %",
          "typical %",
          "margin %",
          "pairs",
          "p regressed",
          "p improved",
          "p same",
          "what to know");
  private static final List<String> WORDS = List.of("verdict", "benchmark", "of", "what to know");

  Page page(Downloads downloads) {
    return new Page(
        new Page.Opening(
            "Did this change make it slower?",
            "Candidate %s against baseline %s, up to %s pairs, seed %s."
                .formatted(
                    PrintableText.name(run.candidate().label()),
                    PrintableText.name(run.baseline().label()),
                    run.settings().maxPairs(),
                    run.settings().seed()),
            new GateHeadline(run, judgement).text(),
            warnings()),
        new GateCharts(run, judgement).charts(),
        new Page.Table(
            "Changes are of the cost, so that above 0 is worse; typical is the Hodges–Lehmann estimate; the p"
                + " values are Holm's, of the look that decided or of the last one.",
            COLUMNS,
            COLUMNS.stream().map(WORDS::contains).toList(),
            GateLine.of(judgement).stream().map(GatePage::cells).toList()),
        GateFacts.of(run),
        downloads,
        false);
  }

  private List<String> warnings() {
    var warnings = new ArrayList<String>();
    judgement.controls().stream()
        .filter(JudgedControl::moved)
        .map(control ->
            "Invalid: %s %s.".formatted(PrintableText.name(control.name()), control.finding()))
        .forEach(warnings::add);
    if (!run.ended()) {
      warnings.add("This run is partial.");
    }
    run.remarks().stream().map(PrintableText::sentence).forEach(warnings::add);
    return warnings;
  }

  private static double percent(double ratio) {
    return 100 * (ratio - 1);
  }

  private static List<@Nullable Object> cells(GateLine line) {
    var judged = line.judged();
    var ratio = judged == null ? null : judged.ratio();
    var interval = ratio == null ? null : ratio.interval();
    return Arrays.<@Nullable Object>asList(
        line.verdict(),
        line.label(),
        line.quantity(),
        ratio == null ? null : percent(ratio.value()),
        interval == null ? null : percent(interval.low()),
        interval == null ? null : percent(interval.high()),
        judged == null || judged.typical() == null ? null : percent(judged.typical()),
        judged == null ? null : 100 * judged.margin(),
        judged == null ? null : judged.logRatios().size(),
        judged == null ? null : judged.pValues().regressed(),
        judged == null ? null : judged.pValues().improved(),
        judged == null ? null : judged.pValues().same(),
        line.words());
  }
}
