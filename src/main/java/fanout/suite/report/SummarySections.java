package fanout.suite.report;

import fanout.chart.Numbers;
import fanout.chart.TextSection;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Benchmark.Role;
import fanout.vocabulary.Bodies;
import fanout.vocabulary.Delay;
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
    boolean hasFloor = rows.stream().anyMatch(row -> row.floorRatio() != null);
    var cells = new ArrayList<List<String>>();
    for (int rank = 0; rank < ranking.ranked().size(); rank++) {
      var row = ranking.ranked().get(rank);
      var line = new ArrayList<String>();
      line.add(ranking.name(row));
      line.add(number(row.score()));
      line.add(interval(row.ciLow(), row.ciHigh()));
      line.add(number(row.ratio()));
      line.add(interval(row.ratioLow(), row.ratioHigh()));
      line.add(besideSequential(row));
      if (hasFloor) {
        line.add(floorShare(row));
      }
      line.add(ranking.besideTheBest(rank));
      cells.add(line);
    }
    var sentences = new ArrayList<String>();
    sentences.add(ranking.headline());
    if (scenario.bodies() == Bodies.SIX
        && run.environment().fingerprint().payloads().areGenerated()) {
      sentences.add("Photos is 83 % of a batch's bytes.");
    }
    return new TextSection(
        title(scenario), sentences, columns(noun, rows.getFirst().unit().text(), hasFloor), cells);
  }

  private static List<String> columns(String noun, String unit, boolean hasFloor) {
    var columns =
        new ArrayList<>(
            List.of(
                noun,
                unit,
                "95 % interval",
                "ratio to SEQUENTIAL",
                "95 % interval",
                "beside SEQUENTIAL"));
    if (hasFloor) {
      columns.add("floor ÷ time");
    }
    columns.add("beside the best");
    return columns;
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

  private static String floorShare(Measurement row) {
    var low = row.floorRatioLow();
    var high = row.floorRatioHigh();
    return row.floorRatio() == null || low == null || high == null
        ? number(row.floorRatio())
        : "%s (%s)".formatted(Numbers.text(row.floorRatio()), Numbers.range(low, high));
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
    return Stream.of(
            method,
            Name.textOf(scenario.bodies()),
            scenario.delay() == null || scenario.delay() == Delay.NONE
                ? null
                : scenario.delay().text(),
            scenario.benchmark() == Benchmark.FLOOR_FAN_OUT
                ? count(scenario.endpoints(), "endpoint", "endpoints")
                : null,
            Objects.equals(scenario.callers(), 1)
                ? null
                : count(scenario.callers(), "caller", "callers"))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  static String interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null ? "-" : number(low) + " to " + number(high);
  }

  static String number(@Nullable Double value) {
    return value == null ? "-" : Numbers.precise(value);
  }
}
