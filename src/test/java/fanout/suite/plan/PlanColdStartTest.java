package fanout.suite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.fetch.Concurrency;
import fanout.program.Programs;
import fanout.vocabulary.Program;
import fanout.vocabulary.PythonProgram;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a plan measures whole programs.
class PlanColdStartTest {
  private static final Concurrency POOLS = new Concurrency(200, 2, 3);

  @Test
  void theColdStartHasTwoShotsOfEveryProgramAndSixProcessesBesides() throws PlanException {
    var forks = plan(Preset.FULL, "ColdStart.*pause", "").forks();

    assertThat(forks)
        .extracting(PlannedFork::label)
        .containsExactlyElementsOf(
            Stream.concat(
                    Program.all().stream()
                        .filter(program -> Programs.unavailable(program).isEmpty())
                        .map(program -> coldStart(program, " 2 processes 3 in flight each")),
                    Stream.of(coldStart(Strategy.MULTI_PROCESS, " 6 processes 1 in flight each")))
                .toList());
    assertThat(forks).allSatisfy(fork -> assertThat(fork.length().iterations()).isEqualTo(2));
    assertThat(forks.getFirst().jmhParams())
        .containsOnly(
            entry("program", "SEQUENTIAL"),
            entry("threads", "200"),
            entry("processes", "2"),
            entry("inFlight", "3"));
  }

  private static String coldStart(Program program, String processes) {
    Map<Program, String> pools =
        Map.of(
            Strategy.FIXED_POOL, " 200 threads",
            Strategy.FORK_JOIN, " 200 threads",
            Strategy.MULTI_PROCESS, processes);
    return "ColdStartBenchmark.pauseOneSecond " + program + pools.getOrDefault(program, "");
  }

  @ParameterizedTest
  @CsvSource({
    "SEQUENTIAL, 6",
    "FIXED_POOL, 1",
    "VIRTUAL_THREADS, 1",
    "MULTI_PROCESS, 1",
    "PYTHON_SEQUENTIAL, 6",
    "PYTHON_THREAD_POOL, 1",
    "PYTHON_PROCESS_POOL, 1",
    "PYTHON_ASYNCIO, 1",
    "PYTHON_REQUESTS_SEQUENTIAL, 6",
    "PYTHON_REQUESTS_PROCESS_POOL, 1",
  })
  void aBatchTakesAsManyPausesAsItsProgramMakesInTurn(String name, int seconds)
      throws PlanException {
    var program = Program.named(name);
    assumeTrue(
        Programs.unavailable(program).isEmpty(), () -> Programs.unavailable(program).orElse(""));
    var fork = plan(Preset.FULL, "ColdStart.*pause", "strategy=" + name).forks().getFirst();

    assertThat(ForkTime.waiting(fork.scenario(), ArticleForks.PAUSE))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void saysWhereProgramsStartWithoutAotCaches() throws PlanException {
    assertThat(plan(Preset.FULL, "ColdStart.*pause", "").lengths())
        .containsExactly(
            "ColdStartBenchmark.pauseOneSecond: 2 shots after a check, programs in Java without"
                + " AOT caches"); // tests run from folders of classes
  }

  @Test
  void poolsInPythonHaveAWorkerPerEndpoint() throws PlanException {
    assumeTrue(
        Programs.unavailable(PythonProgram.PYTHON_ASYNCIO).isEmpty(),
        "Skipped: there is no python3");

    assertThat(plan(Preset.FULL, "ColdStart.*noPause", "threads=50,100").scenarios())
        .filteredOn(s -> String.valueOf(s.strategy()).matches("PYTHON_(?!REQUESTS_).*"))
        .extracting(Scenario::strategy, Scenario::threads, Scenario::processes, Scenario::inFlight)
        .containsExactly(
            tuple(PythonProgram.PYTHON_SEQUENTIAL, null, null, null),
            tuple(PythonProgram.PYTHON_THREAD_POOL, 6, null, null),
            tuple(PythonProgram.PYTHON_PROCESS_POOL, null, 6, 1),
            tuple(PythonProgram.PYTHON_ASYNCIO, 6, null, null));
  }

  @Test
  void poolsInPythonAreTheSameWithRequests() throws PlanException {
    assumeTrue(
        Programs.unavailable(PythonProgram.PYTHON_REQUESTS_SEQUENTIAL).isEmpty(),
        "Skipped: there is no python3 with the library requests");

    assertThat(plan(Preset.FULL, "ColdStart.*noPause", "threads=50,100").scenarios())
        .filteredOn(s -> String.valueOf(s.strategy()).startsWith("PYTHON_REQUESTS_"))
        .extracting(Scenario::strategy, Scenario::threads, Scenario::processes, Scenario::inFlight)
        .containsExactly(
            tuple(PythonProgram.PYTHON_REQUESTS_SEQUENTIAL, null, null, null),
            tuple(PythonProgram.PYTHON_REQUESTS_THREAD_POOL, 6, null, null),
            tuple(PythonProgram.PYTHON_REQUESTS_PROCESS_POOL, null, 6, 1));
  }

  @Test
  void programsThatCannotRunHereAreSkippedWithTheReason() throws PlanException {
    var reasons = new ArrayList<String>();
    for (var program : Program.all()) {
      Programs.unavailable(program)
          .ifPresent(reason -> reasons.add(program + " was skipped: " + reason));
    }

    assertThat(plan(Preset.FULL, "ColdStart", "").skipped()).isEqualTo(reasons);
  }

  @Test
  void sixProcessesAreMeasuredOnceWhereTheyAreTheDefault() throws PlanException {
    var scenarios =
        Plan.of(
                Preset.FULL,
                PlanFilter.parse("ColdStart.*noPause", "strategy=MULTI_PROCESS"),
                new Concurrency(200, 6, 1),
                5)
            .scenarios();

    assertThat(scenarios).singleElement().extracting(Scenario::processes).isEqualTo(6);
  }

  private static Plan plan(Preset preset, String include, String parameters) throws PlanException {
    return Plan.of(preset, PlanFilter.parse(include, parameters), POOLS, preset.rounds());
  }
}
