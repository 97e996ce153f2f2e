package fanout.suite.report;

import fanout.chart.Chart;
import fanout.chart.ChartName;
import fanout.chart.Markdown;
import fanout.chart.Numbers;
import fanout.chart.Pictures;
import fanout.chart.Theme;
import fanout.measure.ResultException;
import fanout.os.AtomicFile;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunDirectory;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The parts of a README that are made of a run: between `<!-- results:begin -->` and `<!--
/// results:end -->` the answer, the charts and the table; between `<!-- cold-start:begin -->` and
/// `<!-- cold-start:end -->` whole programs beside those in Python, where the run has them.
public final class Readme {
  private static final String TOO_FEW =
      "A " + PooledPercentiles.UNKNOWN + " for p90: fewer than ten samples lie beyond.\n\n";

  private Readme() {}

  /// Where a generated part stands.
  enum Place {
    RESULTS("results"),
    COLD_START("cold-start");

    private final String name;

    Place(String name) {
      this.name = name;
    }

    String begin() {
      return "<!-- " + name + ":begin -->";
    }

    String end() {
      return "<!-- " + name + ":end -->";
    }

    /// `text`, whose lines in this place are `part`.
    private String filled(Path readme, String text, String part) throws ResultException {
      int begin = text.indexOf(begin());
      int end = text.indexOf(end(), Math.max(begin, 0));
      if (begin < 0 || end < 0) {
        throw new ResultException(
            "%s has no place for %s: expected %s and, after it, %s"
                .formatted(readme, name, begin(), end()),
            null);
      }
      return text.substring(0, begin + begin().length()) + "\n" + part + text.substring(end);
    }
  }

  /// Puts the results of a run into a README, which shows the pictures in the run's folder.
  ///
  /// @throws ResultException if the README lacks a marker, or the run is broken
  public static void update(Path readme, Path run) throws IOException {
    AtomicFile.write(readme, updated(readme, run));
  }

  /// The README as it should be.
  static String updated(Path readme, Path folder) throws IOException {
    var run = RunDirectory.read(folder);
    var charts = ChartSet.of(Theme.FANOUT, run);
    var pictures = pictures(readme, folder);
    var text = Place.RESULTS.filled(readme, read(readme), results(run, charts, pictures));
    return Place.COLD_START.filled(readme, text, coldStart(run, charts, pictures));
  }

  private static String read(Path readme) throws ResultException {
    try {
      return Files.readString(readme);
    } catch (IOException e) {
      throw ResultException.unreadable(readme, e);
    }
  }

  /// Where the README finds the pictures.
  private static String pictures(Path readme, Path run) {
    var from = readme.toAbsolutePath().normalize().getParent();
    var to = run.toAbsolutePath().normalize().resolve(Report.CHARTS);
    return (from == null ? to : from.relativize(to)).toString().replace('\\', '/');
  }

  private static String results(RunRecord run, List<Chart> charts, String pictures) {
    var print = new Caption(run.environment());
    var text = new StringBuilder("\n");
    Headline.of(run)
        .ifPresent(
            answer -> text.append(Markdown.text(answer.sentence(print.place()))).append("\n\n"));
    text.append(picture(charts, ChartName.THROUGHPUT, pictures));
    text.append(table(Headline.headline(run), run));
    text.append(Markdown.text(print.run() + " " + print.machine())).append("\n\n");
    var more = new ArrayList<>(charts);
    more.removeIf(chart -> is(chart, ChartName.THROUGHPUT) || is(chart, ChartName.COLD_START));
    if (!more.isEmpty()) {
      text.append("<details>\n<summary>More charts of this run</summary>\n\n");
      more.forEach(chart -> text.append(picture(chart, pictures)));
      text.append("</details>\n\n");
    }
    return text.toString();
  }

  private static String coldStart(RunRecord run, List<Chart> charts, String pictures) {
    return ReadmeColdStart.section(
        ColdStart.of(Theme.FANOUT, run), picture(charts, ChartName.COLD_START, pictures));
  }

  private static boolean is(Chart chart, ChartName name) {
    return chart.name().equals(name.text());
  }

  /// Empty where there is no such chart.
  private static String picture(List<Chart> charts, ChartName name, String pictures) {
    return charts.stream()
        .filter(chart -> is(chart, name))
        .map(chart -> picture(chart, pictures))
        .collect(Collectors.joining());
  }

  private static String picture(Chart chart, String pictures) {
    return """
    <picture>
      <source media="(prefers-color-scheme: dark)" srcset="%s/%s">
      <img alt="%s" src="%s/%s">
    </picture>

    """
        .formatted(
            pictures,
            Pictures.dark(chart.name()),
            chart.title(),
            pictures,
            Pictures.light(chart.name()));
  }

  private static String table(List<Measurement> rows, RunRecord run) {
    if (rows.isEmpty()) {
      return "";
    }
    var labels = new RowLabels(rows.stream().map(Measurement::scenario).toList());
    var percentiles = new PooledPercentiles(run.percentiles());
    var lines = new ArrayList<String>();
    lines.add("| strategy | ms per batch | 95 % interval | p90, ms | batches/s | × SEQUENTIAL |");
    lines.add("| --- | ---: | ---: | ---: | ---: | ---: |");
    boolean tooFew = false;
    for (var m : rows) {
      var p90 = percentiles.text(m.scenario(), 90);
      tooFew |= p90.equals(PooledPercentiles.UNKNOWN);
      lines.add(
          "| %s | %s | %s | %s | %s | %s |"
              .formatted(
                  Markdown.code(labels.label(m.scenario())),
                  Numbers.text(m.score()),
                  m.ciLow() == null || m.ciHigh() == null
                      ? "–"
                      : Numbers.range(m.ciLow(), m.ciHigh()),
                  p90,
                  throughput(run, m),
                  speedup(m)));
    }
    return String.join("\n", lines) + "\n\n" + (tooFew ? TOO_FEW : "");
  }

  private static String throughput(RunRecord run, Measurement m) {
    return run.measurements().stream()
        .filter(other -> other.metric() == Metric.THROUGHPUT)
        .filter(other -> other.scenario().equals(m.scenario()))
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
