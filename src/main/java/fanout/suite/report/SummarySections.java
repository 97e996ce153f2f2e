package fanout.suite.report;

import fanout.chart.Numbers;
import fanout.chart.TextSection;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Benchmark.Role;
import fanout.vocabulary.Bodies;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Name;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Strategy;
import fanout.vocabulary.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the tables of a run: one per scenario with its strategies, one per benchmark without.
final class SummarySections {

  private final RunRecord run;
  private final ForkSeries forks;

  SummarySections(RunRecord run) {
    this.run = run;
    this.forks = new ForkSeries(run.samples());
  }

  List<TextSection> all() {
    var groups = new LinkedHashMap<Scenario, List<Measurement>>();
    var others = new LinkedHashMap<String, List<Measurement>>();
    for (var row : run.measurements()) {
      if (row.metric() == Metric.TIME_MEAN) {
        if (row.scenario().strategy() == null) {
          others.computeIfAbsent(classOf(row.scenario()), _ -> new ArrayList<>()).add(row);
        } else {
          groups.computeIfAbsent(compared(row), _ -> new ArrayList<>()).add(row);
        }
      }
    }
    var sections = new ArrayList<TextSection>();
    groups.forEach((scenario, rows) -> sections.add(ofStrategies(scenario, rows)));
    sections.addAll(SummaryColdStart.of(run));
    others.forEach((name, rows) -> sections.add(withoutStrategies(name, rows)));
    return sections;
  }

  /// Programs that start anew are compared whatever their pools: a program in Python has others.
  private static Scenario compared(Measurement row) {
    var scenario = row.scenario().withStrategy(null);
    return ColdStart.isOne(row) ? scenario.withoutPools() : scenario;
  }

  private TextSection ofStrategies(Scenario scenario, List<Measurement> rows) {
    var noun = ColdStart.isOne(rows.getFirst()) ? "program" : "strategy";
    var ranking = new SummaryRanking(rows, forks, noun);
    var cells = new ArrayList<List<String>>();
    for (int rank = 0; rank < ranking.ranked().size(); rank++) {
      var row = ranking.ranked().get(rank);
      cells.add(
          List.of(
              ranking.name(row),
              number(row.score()),
              interval(row.ciLow(), row.ciHigh()),
              number(row.ratio()),
              interval(row.ratioLow(), row.ratioHigh()),
              besideSequential(row),
              ranking.besideTheBest(rank)));
    }
    var sentences = new ArrayList<String>();
    sentences.add(ranking.headline());
    if (scenario.bodies() == Bodies.SIX
        && run.environment().fingerprint().payloads().areGenerated()) {
      sentences.add("Photos is 83 % of a batch's bytes.");
    }
    return new TextSection(
        title(scenario),
        sentences,
        List.of(
            noun,
            rows.getFirst().unit().text(),
            "95 % interval",
            "ratio to SEQUENTIAL",
            "95 % interval",
            "beside SEQUENTIAL",
            "beside the best"),
        cells);
  }

  private TextSection withoutStrategies(String name, List<Measurement> rows) {
    return new TextSection(
        name,
        isControl(rows.getFirst().scenario()) ? List.of("Controls, not strategies.") : List.of(),
        List.of("what", rows.getFirst().unit().text(), "95 % interval", "p50"),
        rows.stream()
            .map(row ->
                List.of(
                    method(row.scenario()),
                    number(row.score()),
                    interval(row.ciLow(), row.ciHigh()),
                    median(row.scenario())))
            .toList());
  }

  private String median(Scenario scenario) {
    return run.measurements().stream()
        .filter(m -> m.metric() == Metric.TIME_P50 && m.scenario().equals(scenario))
        .findFirst()
        .map(m -> number(m.score()))
        .orElse("-");
  }

  private static String besideSequential(Measurement row) {
    var low = row.ratioLow();
    var high = row.ratioHigh();
    if (row.scenario().strategy() == Strategy.SEQUENTIAL) {
      return "itself";
    }
    if (low == null || high == null) {
      return row.ratio() == null ? "not measured" : "not tested";
    }
    if (low <= 1 && 1 <= high) {
      return "within noise";
    }
    return high < 1 ? "faster" : "slower";
  }

  private static String title(Scenario scenario) {
    return Stream.of(
            scenario.benchmark().text(),
            scenario.delay() == null ? null : "delay " + scenario.delay().text(),
            Name.textOf(scenario.bodies()),
            count(scenario.endpoints(), "endpoint", "endpoints"),
            count(scenario.callers(), "caller", "callers"),
            count(scenario.threads(), "thread", "threads"),
            count(scenario.processes(), "process", "processes"),
            scenario.inFlight() == null ? null : scenario.inFlight() + " in flight each")
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String count(@Nullable Integer number, String one, String many) {
    return number == null ? null : number + " " + (number == 1 ? one : many);
  }

  private static boolean isControl(Scenario scenario) {
    return scenario.benchmark() instanceof Benchmark benchmark && benchmark.role() == Role.CONTROL;
  }

  private static String classOf(Scenario scenario) {
    return switch (scenario.benchmark()) {
      case Benchmark benchmark -> benchmark.className();
      case Unknown unknown -> unknown.text();
    };
  }

  private static String method(Scenario scenario) {
    var method =
        switch (scenario.benchmark()) {
          case Benchmark benchmark -> benchmark.method();
          case Unknown unknown -> unknown.text();
        };
    return scenario.bodies() == null ? method : method + " " + scenario.bodies().text();
  }

  static String interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null ? "-" : number(low) + " to " + number(high);
  }

  static String number(@Nullable Double value) {
    return value == null ? "-" : Numbers.precise(value);
  }
}
