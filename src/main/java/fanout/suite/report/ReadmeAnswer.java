package fanout.suite.report;

import fanout.chart.ChartName;
import fanout.chart.Markdown;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The answer of a run in short: a sentence, a line for each regime, and one chart.
record ReadmeAnswer(RunRecord run, ReadmePictures pictures) {

  String text() {
    var caption = new Caption(run.environment());
    var text = new StringBuilder("\n");
    Headline.of(run)
        .ifPresent(
            answer -> text.append(Markdown.text(answer.sentence(caption.place()))).append("\n\n"));
    return text.append(table())
        .append(pictures.of(ChartName.SCALING))
        .append(Markdown.text(caption.run()))
        .append("\n\n")
        .toString();
  }

  private String table() {
    var forks = new ForkSeries(run.samples());
    var lines = Stream.of(Regime.values()).flatMap(regime -> line(regime, forks).stream()).toList();
    if (lines.isEmpty()) {
      return "";
    }
    var table = new ArrayList<String>();
    table.add("| | best (not told apart) | best mean, 95 % interval | worst beyond noise |");
    table.add("| --- | --- | ---: | ---: |");
    table.addAll(lines);
    return String.join("\n", table) + "\n\n";
  }

  /// Empty where the run did not measure it.
  private Optional<String> line(Regime regime, ForkSeries forks) {
    var rows = regime.rows(run);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var ranking = new SummaryRanking(rows, forks, "strategy");
    return Optional.of(
        "| %s | %s | %s | %s |"
            .formatted(
                regime.label(rows.getFirst().scenario()),
                names(ranking, ranking.best()),
                ReadmeCells.milliseconds(ranking.ranked().getFirst()),
                ranking.worst().map(worst -> cell(ranking, worst)).orElse("–")));
  }

  private static String cell(SummaryRanking ranking, Measurement row) {
    return names(ranking, List.of(row)) + " " + ReadmeCells.milliseconds(row);
  }

  private static String names(SummaryRanking ranking, List<Measurement> rows) {
    return rows.stream()
        .map(row -> Markdown.code(ranking.name(row)))
        .collect(Collectors.joining(", "));
  }
}
