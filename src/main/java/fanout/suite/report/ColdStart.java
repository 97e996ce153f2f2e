package fanout.suite.report;

import fanout.chart.PrintableText;
import fanout.chart.Theme;
import fanout.measure.IterationSample;
import fanout.stats.Estimate;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/// Whole programs with one pause, each beside its counterpart in Python.
///
/// @param benchmark class and method
/// @param rows in the order of the charts: the strategies, then the programs in Python
record ColdStart(String benchmark, List<Row> rows) {
  /// What the names of these benchmarks begin with.
  static final String BENCHMARKS = "ColdStartBenchmark.";

  private static final Map<String, String> COUNTERPARTS =
      Map.of(
          "SEQUENTIAL", "PYTHON_SEQUENTIAL",
          "FIXED_POOL", "PYTHON_THREAD_POOL",
          "FORK_JOIN", "PYTHON_THREAD_POOL",
          "VIRTUAL_THREADS", "PYTHON_THREAD_POOL",
          "STRUCTURED", "PYTHON_THREAD_POOL",
          "ASYNC", "PYTHON_ASYNCIO",
          "MULTI_PROCESS", "PYTHON_PROCESS_POOL");

  /// @param label strategy, with its pools where it was measured with several
  /// @param time mean time of the program
  /// @param python null where there is no counterpart
  record Row(String label, Measurement time, @Nullable BesidePython python) {}

  /// @param counterpart its name
  /// @param ratio program ÷ counterpart, of forks of the same round
  /// @param ofMedians the same of the medians of all shots
  record BesidePython(String counterpart, Estimate ratio, double ofMedians) {}

  static boolean isOne(Measurement m) {
    return m.scenario().benchmark().startsWith(BENCHMARKS)
        && m.scenario().strategy() != null
        && m.metric() == Metric.TIME_MEAN;
  }

  /// Whether it is a strategy's program, not one in Python.
  static boolean isInJava(Scenario scenario) {
    return scenario.strategy() != null && COUNTERPARTS.containsKey(scenario.strategy());
  }

  /// One for each pause; none where the run has no cold start.
  static List<ColdStart> of(Theme theme, RunRecord run) {
    var groups = new LinkedHashMap<String, List<Measurement>>();
    run.measurements().stream()
        .filter(ColdStart::isOne)
        .sorted(Comparator.comparingInt(m -> theme.place(String.valueOf(m.scenario().strategy()))))
        .forEach(
            m -> groups.computeIfAbsent(m.scenario().benchmark(), _ -> new ArrayList<>()).add(m));
    return groups.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(group -> of(group.getKey(), group.getValue(), run))
        .toList();
  }

  /// The pause in words.
  String pause() {
    return pause(benchmark);
  }

  static String pause(String benchmark) {
    return switch (benchmark.substring(BENCHMARKS.length())) {
      case "noPause" -> "no pause";
      case "pauseOneSecond" -> "a second's pause after each fetch";
      case String other -> PrintableText.name(other);
    };
  }

  private static ColdStart of(String benchmark, List<Measurement> times, RunRecord run) {
    var labels = new RowLabels(times.stream().map(Measurement::scenario).toList());
    var forks = new ForkSeries(run.samples());
    return new ColdStart(
        benchmark,
        times.stream()
            .map(time ->
                new Row(
                    labels.label(time.scenario()),
                    time,
                    counterpart(time.scenario(), times)
                        .flatMap(python -> beside(time.scenario(), python, forks, run))
                        .orElse(null)))
            .toList());
  }

  private static Optional<Scenario> counterpart(Scenario program, List<Measurement> times) {
    var name = COUNTERPARTS.get(String.valueOf(program.strategy()));
    return name == null
        ? Optional.empty()
        : times.stream()
            .map(Measurement::scenario)
            .filter(s -> name.equals(s.strategy()))
            .findFirst();
  }

  private static Optional<BesidePython> beside(
      Scenario program, Scenario python, ForkSeries forks, RunRecord run) {
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
        new BesidePython(
            String.valueOf(python.strategy()),
            ratio,
            medianShot(program, run) / medianShot(python, run)));
  }

  /// Each iteration is one shot.
  private static double medianShot(Scenario scenario, RunRecord run) {
    return Median.withDefaults()
        .evaluate(
            run.samples().stream()
                .filter(s -> s.metric() == Metric.TIME_MEAN && s.scenario().equals(scenario))
                .mapToDouble(IterationSample::score)
                .toArray());
  }
}
