package fanout.suite.report;

import fanout.chart.Numbers;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Bodies;
import fanout.vocabulary.Delay;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import java.util.List;
import java.util.Objects;

/// Under which conditions strategies are compared in short: a line each.
enum Regime {
  FEW_THAT_WAIT,
  FEW_WITHOUT_WAIT,
  MANY_CALLERS,
  MANY_IN_FLIGHT,
  CPU_TIME,
  COLD_START;

  /// One row per strategy; none where the run did not measure it.
  List<Measurement> rows(RunRecord run) {
    var rows =
        run.measurements().stream()
            .filter(m -> m.metric() == metric() && holds(m.scenario()))
            .toList();
    int most = rows.stream().mapToInt(m -> endpoints(m.scenario())).max().orElse(0);
    return rows.stream().filter(m -> endpoints(m.scenario()) == most).toList();
  }

  /// What a reader finds in the line; `scenario` is of one of its rows.
  String label(Scenario scenario) {
    return switch (this) {
      case FEW_THAT_WAIT -> "Six fetches that wait 20 ms each";
      case FEW_WITHOUT_WAIT -> "Six fetches that do not wait";
      case MANY_CALLERS -> "Six fetches that wait 20 ms each, for 64 callers at once";
      case MANY_IN_FLIGHT ->
          Numbers.text((long) endpoints(scenario)) + " fetches in one batch that wait 100 ms each";
      case CPU_TIME -> "CPU time of six fetches that do not wait";
      case COLD_START -> "The whole program with six fetches, from exec to exit";
    };
  }

  private Metric metric() {
    return switch (this) {
      case FEW_THAT_WAIT, FEW_WITHOUT_WAIT, MANY_CALLERS, MANY_IN_FLIGHT, COLD_START ->
          Metric.TIME_MEAN;
      case CPU_TIME -> Metric.CPU_TIME;
    };
  }

  private boolean holds(Scenario scenario) {
    return switch (this) {
      case FEW_THAT_WAIT -> isSix(scenario, Delay.FIXED_20_MS, 1);
      case FEW_WITHOUT_WAIT, CPU_TIME -> isSix(scenario, Delay.NONE, 1);
      case MANY_CALLERS -> isSix(scenario, Delay.FIXED_20_MS, 64);
      case MANY_IN_FLIGHT -> scenario.benchmark() == Benchmark.FAN_OUT;
      case COLD_START ->
          scenario.benchmark() == Benchmark.COLD_START && ColdStart.isInJava(scenario);
    };
  }

  private static boolean isSix(Scenario scenario, Delay delay, int callers) {
    return scenario.benchmark() == Benchmark.SIX_ENDPOINTS
        && scenario.delay() == delay
        && scenario.bodies() == Bodies.SIX
        && Objects.equals(scenario.callers(), callers);
  }

  private static int endpoints(Scenario scenario) {
    return scenario.endpoints() == null ? 0 : scenario.endpoints();
  }
}
