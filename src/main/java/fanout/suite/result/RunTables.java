package fanout.suite.result;

import fanout.measure.IterationSample;
import fanout.measure.ResultException;
import fanout.stats.Estimate;
import fanout.vocabulary.BenchmarkName;
import fanout.vocabulary.BodiesName;
import fanout.vocabulary.DelayName;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.StrategyName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The CSV files of a run. `benchmarks-results/README.md` says what each column means.
public final class RunTables {
  private static final List<String> SCENARIO =
      List.of(
          "benchmark",
          "strategy",
          "delay",
          "bodies",
          "endpoints",
          "callers",
          "threads",
          "processes",
          "in_flight");

  /// Runs of before floors were measured lack them.
  private static final Set<String> FLOOR_RATIO =
      Set.of("floor_ratio", "floor_ratio_low", "floor_ratio_high");

  public static final CsvTable<Measurement> RESULTS =
      new CsvTable<>(
          "results.csv",
          scenarioAnd(
              "metric",
              "score",
              "ci_low",
              "ci_high",
              "unit",
              "forks",
              "samples",
              "ratio",
              "ratio_low",
              "ratio_high",
              "floor_ratio",
              "floor_ratio_low",
              "floor_ratio_high"),
          scenarioAnd("metric"),
          m ->
              cells(
                  m.scenario(),
                  m.metric(),
                  m.score(),
                  m.ciLow(),
                  m.ciHigh(),
                  m.unit(),
                  m.forks(),
                  m.samples(),
                  m.ratio(),
                  m.ratioLow(),
                  m.ratioHigh(),
                  m.floorRatio(),
                  m.floorRatioLow(),
                  m.floorRatioHigh()),
          row ->
              new Measurement(
                  scenario(row),
                  row.metric("metric"),
                  row.estimate("score", "ci_low", "ci_high"),
                  row.unit("unit", row.metric("metric")),
                  row.count("samples"),
                  ratio(row, "ratio"),
                  ratio(row, "floor_ratio")),
          FLOOR_RATIO);

  public static final CsvTable<IterationSample> SAMPLES =
      new CsvTable<>(
          "samples.csv",
          scenarioAnd("round", "iteration", "metric", "score", "unit", "samples"),
          scenarioAnd("round", "iteration", "metric"),
          s ->
              cells(
                  s.scenario(),
                  s.round(),
                  s.iteration(),
                  s.metric(),
                  s.score(),
                  s.unit(),
                  s.samples()),
          row ->
              new IterationSample(
                  scenario(row),
                  row.smallCount("round"),
                  row.smallCount("iteration"),
                  row.metric("metric"),
                  row.amount("score"),
                  row.unit("unit", row.metric("metric")),
                  row.count("samples")));

  public static final CsvTable<PercentilePoint> PERCENTILES =
      new CsvTable<>(
          "percentiles.csv",
          scenarioAnd("round", "percentile", "time_ms", "samples_beyond"),
          scenarioAnd("round", "percentile"),
          p -> cells(p.scenario(), p.round(), p.percentile(), p.timeMs(), p.samplesBeyond()),
          row ->
              new PercentilePoint(
                  scenario(row),
                  row.smallCountOrNull("round"),
                  row.amount("percentile"),
                  row.amount("time_ms"),
                  row.count("samples_beyond")));

  public static final CsvTable<TimelineEntry> TIMELINE =
      new CsvTable<>(
          "timeline.csv",
          List.of(
              "strategy", "endpoint", "started_ms", "first_byte_ms", "received_ms", "finished_ms"),
          List.of("strategy", "endpoint"),
          t ->
              Arrays.<@Nullable Object>asList(
                  t.strategy(),
                  t.endpoint(),
                  t.startedMs(),
                  t.firstByteMs(),
                  t.receivedMs(),
                  t.finishedMs()),
          row ->
              new TimelineEntry(
                  row.name("strategy", StrategyName::of),
                  row.text("endpoint"),
                  row.amount("started_ms"),
                  row.amount("first_byte_ms"),
                  row.amount("received_ms"),
                  row.amount("finished_ms")));

  /// All of them, in the order of the README.
  public static final List<CsvTable<?>> ALL = List.of(RESULTS, SAMPLES, PERCENTILES, TIMELINE);

  private RunTables() {}

  private static List<String> scenarioAnd(String... columns) {
    return Stream.concat(SCENARIO.stream(), Stream.of(columns)).toList();
  }

  private static List<@Nullable Object> cells(Scenario scenario, @Nullable Object... others) {
    var cells =
        new ArrayList<@Nullable Object>(
            Arrays.<@Nullable Object>asList(
                scenario.benchmark(),
                scenario.strategy(),
                scenario.delay(),
                scenario.bodies(),
                scenario.endpoints(),
                scenario.callers(),
                scenario.threads(),
                scenario.processes(),
                scenario.inFlight()));
    cells.addAll(Arrays.asList(others));
    return cells;
  }

  private static @Nullable Estimate ratio(CsvRow row, String column) throws ResultException {
    return row.textOrNull(column) == null
        ? null
        : row.estimate(column, column + "_low", column + "_high");
  }

  private static Scenario scenario(CsvRow row) throws ResultException {
    return new Scenario(
        row.name("benchmark", BenchmarkName::of),
        row.nameOrNull("strategy", StrategyName::of),
        row.nameOrNull("delay", DelayName::of),
        row.nameOrNull("bodies", BodiesName::of),
        row.smallCountOrNull("endpoints"),
        row.smallCountOrNull("callers"),
        row.smallCountOrNull("threads"),
        row.smallCountOrNull("processes"),
        row.smallCountOrNull("in_flight"));
  }
}
