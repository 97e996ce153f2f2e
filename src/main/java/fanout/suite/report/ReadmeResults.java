package fanout.suite.report;

import fanout.chart.ChartName;
import fanout.chart.Markdown;
import fanout.chart.Numbers;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Metric;
import java.util.ArrayList;
import java.util.List;

/// A run in Markdown: the answer, all strategies in one table, and the charts but that of cold
/// starts.
record ReadmeResults(RunRecord run, ReadmePictures pictures) {
  private static final String TOO_FEW =
      "A " + PooledPercentiles.UNKNOWN + " for p90: fewer than ten samples lie beyond.\n\n";

  String text() {
    var caption = new Caption(run.environment());
    var text = new StringBuilder("\n");
    Headline.of(run)
        .ifPresent(
            answer -> text.append(Markdown.text(answer.sentence(caption.place()))).append("\n\n"));
    return text.append(pictures.of(ChartName.THROUGHPUT))
        .append(table(Headline.headline(run)))
        .append(Markdown.text(caption.run() + " " + caption.machine()))
        .append("\n\n")
        .append(pictures.allBut(ChartName.THROUGHPUT, ChartName.COLD_START))
        .toString();
  }

  private String table(List<Measurement> rows) {
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
                  ReadmeCells.interval(m),
                  p90,
                  throughput(m),
                  ReadmeCells.speedup(m)));
    }
    return String.join("\n", lines) + "\n\n" + (tooFew ? TOO_FEW : "");
  }

  private String throughput(Measurement m) {
    return run.measurements().stream()
        .filter(other -> other.metric() == Metric.THROUGHPUT)
        .filter(other -> other.scenario().equals(m.scenario()))
        .findFirst()
        .map(other -> Numbers.text(other.score()))
        .orElse("–");
  }
}
