package fanout.suite.report;

import fanout.chart.Chart;
import fanout.chart.Chart.Bar;
import fanout.chart.Chart.Block;
import fanout.chart.Chart.Kind;
import fanout.chart.Chart.Texts;
import fanout.chart.Chart.TimelinePanel;
import fanout.chart.Chart.View;
import fanout.chart.ChartName;
import fanout.chart.Help;
import fanout.chart.Numbers;
import fanout.chart.PrintableText;
import fanout.chart.Theme;
import fanout.suite.result.RunRecord;
import fanout.suite.result.TimelineEntry;
import fanout.vocabulary.StrategyName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// The article's picture: when each fetch of one batch started, waited, paused and finished.
final class TimelineChart {
  private TimelineChart() {}

  static Chart of(Theme theme, RunRecord run) {
    var strategies = new LinkedHashMap<StrategyName, List<TimelineEntry>>();
    run.timeline().stream()
        .sorted(Comparator.comparingInt(entry -> StrategyPlace.of(theme, entry.strategy())))
        .forEach(entry ->
            strategies.computeIfAbsent(entry.strategy(), _ -> new ArrayList<>()).add(entry));
    var blocks = strategies.entrySet().stream().map(e -> block(e.getKey(), e.getValue())).toList();
    var view =
        new View(
            new LinkedHashMap<>(),
            "",
            List.of(new TimelinePanel("seconds since the batch began", blocks)));
    return new Chart(
        ChartName.TIMELINE.text(),
        Kind.TIMELINE,
        new Texts(
            "Timeline",
            "Six fetches, each with a pause of a second",
            "One batch per strategy, a bar per fetch: solid from the request to the last byte, pale"
                + " while it is decoded and pauses. Shorter is better.",
            new Caption(run.environment())
                .with("One batch, not a measurement: it shows the order of things."),
            Help.TIMELINE),
        false,
        0,
        blocks.isEmpty() ? List.of() : List.of(view));
  }

  private static Block block(StrategyName strategy, List<TimelineEntry> entries) {
    double end = entries.stream().mapToDouble(TimelineEntry::finishedMs).max().orElse(0);
    var name = PrintableText.name(strategy.text());
    return new Block(
        strategy.text(),
        name,
        Numbers.text(end / 1000) + " s",
        entries.stream().map(entry -> bar(name, entry)).toList());
  }

  private static Bar bar(String strategy, TimelineEntry e) {
    var endpoint = PrintableText.name(e.endpoint());
    var tip =
        "%s: %s\nstarted at %s ms\nfirst byte at %s ms\nreceived at %s ms\nfinished at %s ms"
            .formatted(
                strategy,
                endpoint,
                Numbers.text(e.startedMs()),
                Numbers.text(e.firstByteMs()),
                Numbers.text(e.receivedMs()),
                Numbers.text(e.finishedMs()));
    return new Bar(endpoint, e.startedMs(), e.receivedMs(), e.finishedMs(), tip);
  }
}
