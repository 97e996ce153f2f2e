package fanout.suite.report;

import fanout.chart.Theme;
import fanout.measure.IterationSample;
import fanout.stats.Estimate;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Benchmark.Role;
import fanout.vocabulary.BenchmarkName;
import fanout.vocabulary.Metric;
import fanout.vocabulary.PythonProgram;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Strategy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/// Whole programs with one pause, each beside its counterpart in Python.
///
/// @param benchmark class and method
/// @param rows in the order of the charts: the strategies, then the programs in Python
record ColdStart(Benchmark benchmark, List<Row> rows) {
  /// @param label strategy, with its pools where it was measured with several
  /// @param time mean time of the program
  /// @param python null where there is no counterpart
  record Row(String label, Measurement time, @Nullable BesidePython python) {}

  /// @param counterpart which it is
  /// @param ratio program ÷ counterpart, of forks of the same round
  /// @param ofMedians the same of the medians of all shots
  record BesidePython(PythonProgram counterpart, Estimate ratio, double ofMedians) {}

  static boolean isOne(Measurement m) {
    return m.scenario().benchmark() instanceof Benchmark benchmark
        && benchmark.role() == Role.PROGRAMS
        && m.scenario().strategy() != null
        && m.metric() == Metric.TIME_MEAN;
  }

  /// Whether it is a strategy's program, not one in Python.
  static boolean isInJava(Scenario scenario) {
    return scenario.strategy() instanceof Strategy;
  }

  /// One for each pause; none where the run has no cold start.
  static List<ColdStart> of(Theme theme, RunRecord run) {
    var rows =
        run.measurements().stream()
            .filter(ColdStart::isOne)
            .sorted(Comparator.comparingInt(m -> StrategyPlace.of(theme, m.scenario())))
            .toList();
    return Stream.of(Benchmark.values())
        .filter(benchmark -> rows.stream().anyMatch(m -> m.scenario().benchmark() == benchmark))
        .map(benchmark ->
            of(
                benchmark,
                rows.stream().filter(m -> m.scenario().benchmark() == benchmark).toList(),
                run))
        .toList();
  }

  /// The pause in words.
  String pause() {
    return pause(benchmark);
  }

  static String pause(BenchmarkName benchmark) {
    return benchmark == Benchmark.COLD_START_PAUSED
        ? "a second's pause after each fetch"
        : "no pause";
  }

  private static ColdStart of(Benchmark benchmark, List<Measurement> times, RunRecord run) {
    var labels = new RowLabels(times.stream().map(Measurement::scenario).toList());
    var forks = new ForkSeries(run.samples());
    return new ColdStart(
        benchmark,
        times.stream()
            .map(time ->
                new Row(
                    labels.label(time.scenario()),
                    time,
                    besideCounterpart(time.scenario(), times, forks, run).orElse(null)))
            .toList());
  }

  private static Optional<BesidePython> besideCounterpart(
      Scenario program, List<Measurement> times, ForkSeries forks, RunRecord run) {
    return program.strategy() instanceof Strategy strategy
        ? times.stream()
            .map(Measurement::scenario)
            .filter(other -> other.strategy() == strategy.counterpart())
            .findFirst()
            .flatMap(python -> beside(program, strategy.counterpart(), python, forks, run))
        : Optional.empty();
  }

  private static Optional<BesidePython> beside(
      Scenario program,
      PythonProgram counterpart,
      Scenario python,
      ForkSeries forks,
      RunRecord run) {
    var times = forks.of(program, Metric.TIME_MEAN);
    var others = forks.of(python, Metric.TIME_MEAN);
    var rounds = times.keySet().stream().filter(others::containsKey).toList();
    if (rounds.isEmpty()) {
      return Optional.empty();
    }
    var ratio =
        Estimate.ofRatio(
            rounds.stream().mapToDouble(times::get).toArray(),
            rounds.stream().mapToDouble(others::get).toArray());
    return Optional.of(
        new BesidePython(counterpart, ratio, medianShot(program, run) / medianShot(python, run)));
  }

  /// Each iteration is one single shot.
  private static double medianShot(Scenario scenario, RunRecord run) {
    return Median.withDefaults()
        .evaluate(
            run.samples().stream()
                .filter(s -> s.metric() == Metric.TIME_MEAN && s.scenario().equals(scenario))
                .mapToDouble(IterationSample::score)
                .toArray());
  }
}
