package fanout.suite.report;

import fanout.chart.ChartName;
import fanout.chart.Markdown;
import fanout.chart.Numbers;
import fanout.suite.report.ColdStart.BesidePython;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The cold start in Markdown: a table per pause, each program beside its counterpart in Python.
final class ReadmeColdStart {
  private static final String INTRODUCTION =
      """

      Whole programs from exec to exit, in Java and in Python, which fetch the six endpoints of the same stub in the same rounds.
      A ratio is of forks of the same round, with its 95 % interval; that of medians is over all single shots. Below 1 the program in
      Java is the faster one.

      """;

  private ReadmeColdStart() {}

  /// The chart and the tables; empty where the run has no cold start.
  static String section(List<ColdStart> coldStarts, ReadmePictures pictures) {
    if (coldStarts.isEmpty()) {
      return "";
    }
    var text = new StringBuilder(INTRODUCTION).append(pictures.of(ChartName.COLD_START));
    coldStarts.forEach(coldStart -> text.append(table(coldStart)).append('\n'));
    return text.toString();
  }

  private static String table(ColdStart coldStart) {
    var text = new StringBuilder();
    text.append("| program, ")
        .append(Markdown.text(coldStart.pause()))
        .append(" | ms | 95 % interval | its Python counterpart | ÷ its Python counterpart |")
        .append(" of medians |\n| --- | ---: | ---: | --- | ---: | ---: |\n");
    for (var row : coldStart.rows()) {
      text.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  Markdown.code(row.label()),
                  Numbers.text(row.time().score()),
                  ReadmeCells.interval(row.time()),
                  beside(row.python())));
    }
    return text.toString();
  }

  private static String beside(@Nullable BesidePython python) {
    if (python == null) {
      return "– | – | –";
    }
    var interval = python.ratio().interval();
    return "%s | %s%s | %s"
        .formatted(
            Markdown.code(python.counterpart().text()),
            Numbers.text(python.ratio().value()),
            interval == null ? "" : " (" + Numbers.range(interval.low(), interval.high()) + ")",
            Numbers.text(python.ofMedians()));
  }
}
