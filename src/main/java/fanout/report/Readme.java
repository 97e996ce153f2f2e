package fanout.report;

import fanout.result.Measurement;
import fanout.result.Metric;
import fanout.result.ResultException;
import fanout.result.RunDirectory;
import fanout.result.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The part of a README between `<!-- results:begin -->` and `<!-- results:end -->`: the answer,
/// the charts and the table of a run.
public final class Readme {
  static final String BEGIN = "<!-- results:begin -->";
  static final String END = "<!-- results:end -->";
  private static final String FIRST_CHART = "throughput";

  private Readme() {}

  /// Puts the results of a run into a README, which shows the pictures in the run's folder.
  ///
  /// @throws ResultException if the README has no markers, or the run is broken
  public static void update(Path readme, Path run) throws IOException {
    FreshFile.write(readme, updated(readme, run));
  }

  /// The README as it should be.
  static String updated(Path readme, Path run) throws IOException {
    var text = read(readme);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END, Math.max(begin, 0));
    if (begin < 0 || end < 0) {
      throw new ResultException(
          readme + " has no place for results: expected " + BEGIN + " and, after it, " + END, null);
    }
    return text.substring(0, begin + BEGIN.length())
        + "\n"
        + section(RunDirectory.read(run), folder(readme, run))
        + text.substring(end);
  }

  private static String read(Path readme) throws ResultException {
    try {
      return Files.readString(readme);
    } catch (IOException e) {
      throw ResultException.unreadable(readme, e);
    }
  }

  private static String folder(Path readme, Path run) {
    var from = readme.toAbsolutePath().normalize().getParent();
    var to = run.toAbsolutePath().normalize().resolve(Report.CHARTS);
    return (from == null ? to : from.relativize(to)).toString().replace('\\', '/');
  }

  private static String section(RunRecord run, String folder) {
    var charts = new ArrayList<>(ChartSet.of(Report.theme(), run));
    var print = new FinePrint(run.environment());
    var text = new StringBuilder("\n");
    Answer.of(run)
        .ifPresent(
            answer -> text.append(Markdown.text(answer.sentence(print.place()))).append("\n\n"));
    charts.stream()
        .filter(chart -> chart.name().equals(FIRST_CHART))
        .forEach(chart -> text.append(picture(chart, folder)));
    text.append(table(Answer.headline(run), run));
    text.append(coldStart(run, charts, folder));
    text.append(Markdown.text(print.run() + " " + print.machine())).append("\n\n");
    charts.removeIf(
        chart -> chart.name().equals(FIRST_CHART) || chart.name().equals(PointCharts.COLD_START));
    if (!charts.isEmpty()) {
      text.append("<details>\n<summary>More charts of this run</summary>\n\n");
      charts.forEach(chart -> text.append(picture(chart, folder)));
      text.append("</details>\n\n");
    }
    return text.toString();
  }

  private static String coldStart(RunRecord run, List<Chart> charts, String folder) {
    var picture =
        charts.stream()
            .filter(chart -> chart.name().equals(PointCharts.COLD_START))
            .map(chart -> picture(chart, folder))
            .collect(Collectors.joining());
    return ReadmeColdStart.section(ColdStart.of(Report.theme(), run), picture);
  }

  private static String picture(Chart chart, String folder) {
    return """
    <picture>
      <source media="(prefers-color-scheme: dark)" srcset="%s/%s">
      <img alt="%s" src="%s/%s">
    </picture>

    """
        .formatted(
            folder,
            Pictures.dark(chart.name()),
            chart.title(),
            folder,
            Pictures.light(chart.name()));
  }

  private static String table(List<Measurement> rows, RunRecord run) {
    if (rows.isEmpty()) {
      return "";
    }
    var lines = new ArrayList<String>();
    lines.add("| strategy | ms per batch | 95 % interval | p99, ms | batches/s | × SEQUENTIAL |");
    lines.add("| --- | ---: | ---: | ---: | ---: | ---: |");
    for (var m : rows) {
      lines.add(
          "| %s | %s | %s | %s | %s | %s |"
              .formatted(
                  Markdown.code(
                      new RowLabels(rows.stream().map(Measurement::scenario).toList())
                          .label(m.scenario())),
                  Numbers.text(m.score()),
                  m.ciLow() == null || m.ciHigh() == null
                      ? "–"
                      : Numbers.range(m.ciLow(), m.ciHigh()),
                  other(run, m, Metric.TIME_P99),
                  other(run, m, Metric.THROUGHPUT),
                  speedup(m)));
    }
    return String.join("\n", lines) + "\n\n";
  }

  private static String other(RunRecord run, Measurement m, Metric metric) {
    return run.measurements().stream()
        .filter(other -> other.scenario().equals(m.scenario()) && other.metric() == metric)
        .findFirst()
        .map(other -> Numbers.text(other.score()))
        .orElse("–");
  }

  private static String speedup(Measurement m) {
    if (m.ratio() == null) {
      return "–";
    }
    var ratio = Numbers.text(1 / m.ratio());
    return m.ratioLow() == null || m.ratioHigh() == null || m.ratioLow().equals(m.ratioHigh())
        ? ratio
        : ratio + " (" + Numbers.range(1 / m.ratioHigh(), 1 / m.ratioLow()) + ")";
  }
}
