package fanout.gate.report;

import fanout.chart.Markdown;
import fanout.chart.Numbers;
import fanout.chart.Percent;
import fanout.chart.PrintableText;
import fanout.chart.TextColumns;
import fanout.chart.TextSection;
import fanout.gate.judge.JudgedControl;
import fanout.gate.judge.JudgedQuantity;
import fanout.gate.judge.Judgement;
import fanout.gate.result.GateRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The tables of a run of the gate, for a console and for Markdown.
record GateTables(GateRun run, Judgement judgement) {
  private static final List<String> HEADER =
      List.of(
          "verdict", "benchmark", "of", "change", "interval", "margin", "pairs", "what to know");
  private static final Set<Integer> NUMBERS = Set.of(3, 4, 5, 6);
  private static final List<String> CONTROLS =
      List.of("control", "change", "95 % interval", "p", "moved");
  private static final Set<Integer> CONTROL_NUMBERS = Set.of(1, 2, 3);

  /// Headline, verdicts, controls.
  String console() {
    var text =
        new StringBuilder(headline())
            .append("\n\n")
            .append(arms())
            .append("\n")
            .append(String.join("\n", explanations()))
            .append("\n\n")
            .append(new TextColumns(HEADER, NUMBERS, lines()).text());
    if (!judgement.controls().isEmpty()) {
      text.append('\n').append(new TextColumns(CONTROLS, CONTROL_NUMBERS, controls()).text());
    }
    return text.toString();
  }

  /// The headline alone stands in the first line.
  String markdown() {
    var text = new StringBuilder("**" + Markdown.text(headline()) + "**\n\n");
    text.append(new TextSection(arms(), explanations(), HEADER, lines()).markdown());
    if (!judgement.controls().isEmpty()) {
      var sentence = "Nothing has changed in them; where one moves, the run is invalid.";
      var section = new TextSection("Controls", List.of(sentence), CONTROLS, controls());
      text.append('\n').append(section.markdown());
    }
    return text.toString();
  }

  private String headline() {
    return new GateHeadline(run, judgement).text();
  }

  private String arms() {
    return "Candidate %s against baseline %s"
        .formatted(
            PrintableText.name(run.candidate().label()),
            PrintableText.name(run.baseline().label()));
  }

  private List<String> explanations() {
    var sentences = new ArrayList<String>();
    sentences.add(
        "Changes are of the cost: a plus is worse. Intervals are "
            + Percent.whole(JudgedQuantity.CONFIDENCE)
            + " t intervals over pairs, not adjusted for the number of rows; verdicts are.");
    var dropped = run.settings().quantitySettings().dropped();
    if (!dropped.isEmpty()) {
      sentences.add("Not judged, as was requested: " + GateFacts.named(dropped) + ".");
    }
    run.rowNames()
        .alike()
        .forEach(row -> sentences.add("In all its rows: " + PrintableText.sentence(row) + "."));
    return sentences;
  }

  private List<List<String>> lines() {
    return GateLine.of(judgement).stream().map(GateLine::cells).toList();
  }

  private List<List<String>> controls() {
    return judgement.controls().stream().map(this::cells).toList();
  }

  private List<String> cells(JudgedControl control) {
    var ratio = control.ratio();
    var interval = ratio == null ? null : ratio.interval();
    return List.of(
        PrintableText.name(control.name()),
        ratio == null ? "-" : Percent.change(ratio.value() - 1),
        interval == null ? "-" : Percent.range(interval.low() - 1, interval.high() - 1),
        run.ended() ? Numbers.probability(control.pValue()) : "tested at the end",
        control.moved() ? "yes" : "no");
  }
}
