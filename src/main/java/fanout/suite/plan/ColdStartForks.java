package fanout.suite.plan;

import fanout.measure.ForkLength;
import fanout.program.Programs;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Bodies;
import fanout.vocabulary.PythonProgram;
import fanout.vocabulary.Scenario;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;

/// Of `ColdStartBenchmark`: its strategies are whole programs, those in Python among them.
///
/// @param pause after each fetch
record ColdStartForks(Benchmark benchmark, Duration pause) implements BenchmarkForks {
  static final ColdStartForks WITHOUT_PAUSE =
      new ColdStartForks(Benchmark.COLD_START, Duration.ZERO);

  static final ColdStartForks WITH_PAUSE =
      new ColdStartForks(Benchmark.COLD_START_PAUSED, ArticleForks.PAUSE);

  /// A program that starts, fetches and exits, without pause.
  private static final Duration JAVA_PROGRAM = Duration.ofMillis(700);

  private static final Duration PYTHON_PROGRAM = Duration.ofMillis(250);

  @Override
  public Mode mode() {
    return Mode.SingleShotTime;
  }

  @Override
  public Set<Parameter> parameters() {
    return EnumSet.of(
        Parameter.STRATEGY, Parameter.THREADS, Parameter.PROCESSES, Parameter.IN_FLIGHT);
  }

  @Override
  public String jmhName(Parameter parameter) {
    return parameter == Parameter.STRATEGY ? "program" : parameter.typedName();
  }

  @Override
  public Scenario template() {
    return Scenario.of(benchmark, Bodies.SIX, SixEndpointsForks.ENDPOINTS);
  }

  /// Pools in Python have a worker per endpoint, whatever those in Java have.
  @Override
  public Scenario settled(Scenario scenario, boolean inFlightIsChosen) {
    return scenario.strategy() instanceof PythonProgram python
        ? switch (python.limit()) {
          case ONE, BATCH -> scenario.withoutPools();
          case THREADS -> scenario.withPools(PythonProgram.WORKERS, null, null);
          case PROCESSES -> scenario.withPools(null, PythonProgram.WORKERS, 1);
        }
        : scenario;
  }

  /// One single shot more, without pause, is the check.
  @Override
  public Duration expected(Scenario scenario, ForkLength length) {
    int shots = length.iterations();
    return ForkTime.START
        .plus(programStart(scenario).multipliedBy(1L + shots))
        .plus(ForkTime.waiting(scenario, pause).multipliedBy(shots));
  }

  private static Duration programStart(Scenario scenario) {
    if (scenario.strategy() instanceof PythonProgram) {
      return PYTHON_PROGRAM;
    }
    return ForkTime.hasWorkers(scenario) ? JAVA_PROGRAM.plus(ForkTime.WORKERS_START) : JAVA_PROGRAM;
  }

  @Override
  public boolean timesProcesses() {
    return true;
  }

  @Override
  public String describe(ForkLength length) {
    return "%s %s after a check, programs in Java %s AOT caches"
        .formatted(
            length.iterations(),
            length.iterations() == 1 ? "shot" : "shots",
            Programs.startFromAotCaches() ? "with" : "without");
  }
}
