package fanout.suite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.fetch.Concurrency;
import fanout.measure.ForkLength;
import fanout.program.Programs;
import fanout.strategy.Strategies;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Content;
import fanout.vocabulary.Program;
import fanout.vocabulary.PythonProgram;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Scenarios;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class PlanTest {
  private static final Concurrency POOLS = new Concurrency(200, 2, 3);

  @ParameterizedTest
  @EnumSource(Preset.class)
  void noScenarioIsTwiceInAPlan(Preset preset) throws PlanException {
    var scenarios = plan(preset, "", "").scenarios();

    assertThat(new HashSet<>(scenarios)).hasSameSizeAs(scenarios);
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void everyStrategyIsInEveryBenchmarkItBelongsTo(Preset preset) throws PlanException {
    var plan = plan(preset, "", "");

    for (var benchmark : List.of(Benchmark.SIX_ENDPOINTS, Benchmark.ARTICLE, Benchmark.FAN_OUT)) {
      var measured =
          plan.forks().stream()
              .filter(fork -> fork.benchmark() == benchmark)
              .map(fork -> fork.scenario().strategy())
              .distinct()
              .toList();
      assertThat(measured)
          .containsExactlyElementsOf(
              Arrays.stream(Strategy.values())
                  .filter(strategy -> Strategies.unavailable(strategy).isEmpty())
                  .toList());
    }
  }

  @Test
  void plansTakeTheTimeThatTheyMayTake() throws PlanException {
    assertThat(plan(Preset.SMOKE, "", "").expected()).isLessThan(Duration.ofSeconds(90));
    assertThat(plan(Preset.STANDARD, "", "").expected()).isLessThan(Duration.ofMinutes(20));
    assertThat(plan(Preset.FULL, "", "").expected())
        .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(60));
  }

  @Test
  void aBatchThatWouldTakeTooLongIsLeftOutWithTheReason() throws PlanException {
    var plan = plan(Preset.FULL, "FanOut", "strategy=SEQUENTIAL");

    assertThat(plan.scenarios()).extracting(s -> s.endpoints()).containsExactly(6);
    assertThat(plan.leftOut())
        .hasSize(3)
        .anySatisfy(reason ->
            assertThat(reason)
                .contains("SEQUENTIAL", "60 endpoints")
                .endsWith(
                    "was left out: a batch would take 6.0 s (60 endpoints of 100 ms each, 1 in"
                        + " flight), more than 5 s."));
  }

  @Test
  void workersOfTheFanOutHaveAsManyInFlightAsAPoolHasThreads() throws PlanException {
    var scenarios = plan(Preset.STANDARD, "FanOut", "threads=201,endpoints=60").scenarios();

    assertThat(scenarios).isNotEmpty().allSatisfy(s -> assertThat(s.inFlight()).isEqualTo(101));
    assertThat(plan(Preset.STANDARD, "FanOut", "inFlight=7,endpoints=6").scenarios())
        .allSatisfy(s -> assertThat(s.inFlight()).isEqualTo(7));
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "8, 100", "64, 100"})
  void workersAmongManyCallersHaveAsManyInFlightAsAPoolHasThreads(int callers, int inFlight)
      throws PlanException {
    var scenarios = plan(Preset.FULL, "Six", "delay=FIXED_20_MS,callers=" + callers).scenarios();

    assertThat(scenarios)
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.inFlight()).isEqualTo(inFlight));
  }

  @Test
  void workersAmongManyCallersHaveAsManyInFlightAsIsAskedFor() throws PlanException {
    assertThat(plan(Preset.FULL, "Six", "callers=64,inFlight=7").scenarios())
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.inFlight()).isEqualTo(7));
  }

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
  void programsThatCannotRunHereAreLeftOutWithTheReason() throws PlanException {
    var reasons = new ArrayList<String>();
    for (var program : Program.all()) {
      Programs.unavailable(program)
          .ifPresent(reason -> reasons.add(program + " was left out: " + reason));
    }

    assertThat(plan(Preset.FULL, "ColdStart", "").leftOut()).isEqualTo(reasons);
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

  @Test
  void thePipeRoundTripHasWorkersAndNoBatch() throws PlanException {
    var fork = plan(Preset.FULL, "PipeRoundTrip", "").forks().getFirst();

    assertThat(fork.label()).isEqualTo("PipeRoundTripBenchmark.echo 2 processes 3 in flight each");
    assertThat(fork.scenario())
        .isEqualTo(
            Scenarios.of("PipeRoundTripBenchmark.echo", null, null, null, null, 1, null, 2, 3));
    assertThat(fork.jmhParams()).containsOnlyKeys("processes", "inFlight");
  }

  @Test
  void narrowsToWhatIsWanted() throws PlanException {
    var plan = plan(Preset.STANDARD, "Six", "strategy=async,fork-join,delay=NONE,threads=50,100");

    assertThat(plan.forks())
        .extracting(PlannedFork::label)
        .containsExactly(
            "SixEndpointsBenchmark.fetchAll FORK_JOIN NONE SIX 50 threads",
            "SixEndpointsBenchmark.fetchAll FORK_JOIN NONE SIX 100 threads",
            "SixEndpointsBenchmark.fetchAll ASYNC NONE SIX",
            "SixEndpointsBenchmark.fetchAll ASYNC NONE SIX");
    assertThat(plan.scenarios()).extracting(s -> s.threads()).containsExactly(50, 100, 50, 100);
    assertThat(plan.articleStrategies()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nope||No benchmark of preset standard matches 'Nope'; it has SixEndpointsBenchmark",
        "(||'(' is no regular expression",
        "|strategy=THREADS|strategy cannot be THREADS here; preset standard has SEQUENTIAL, ",
        "|content=USERS|content cannot be USERS here; preset standard has no such parameter",
        "|colour=RED|There is no parameter 'colour'; the parameters are strategy, delay",
        "|threads=0|threads must be a number from 1 to 32767, got: 0",
        "|threads=40000|threads must be a number from 1 to 32767, got: 40000",
        "|inFlight=100000|inFlight must be a number from 1 to 99999, got: 100000",
        "|ASYNC|'ASYNC' is not name=value",
        "|strategy=|'strategy=' is not name=value",
        "FanOut|strategy=SEQUENTIAL,endpoints=60|Nothing is left to measure: FanOutBenchmark",
      })
  void saysWhatIsAllowed(String include, String parameters, String message) {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() ->
            plan(
                Preset.STANDARD,
                include == null ? "" : include,
                parameters == null ? "" : parameters))
        .withMessageStartingWith(message);
  }

  @Test
  void aSizeThatNoBenchmarkHeedsIsNotAllowed() throws PlanException {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> plan(Preset.SMOKE, "Decode|PipeRoundTrip", "threads=50,100"))
        .withMessage(
            "threads cannot be 50, 100 here: there is no such parameter in PipeRoundTripBenchmark.echo,"
                + " DecodeBenchmark.decode");
    assertThat(plan(Preset.SMOKE, "Decode|PipeRoundTrip", "processes=4").scenarios())
        .extracting(Scenario::processes)
        .containsExactly(4, null, null);
  }

  @Test
  void everyBenchmarkIsInThePresetThatRunsEverything() {
    assertThat(Preset.FULL.grids())
        .extracting(grid -> grid.kind().benchmark())
        .contains(Benchmark.values());
  }

  @Test
  void everyBenchmarkIsKnownToJmh() {
    assertThat(knownToJmh())
        .extracting(BenchmarkListEntry::getUsername)
        .containsAll(Arrays.stream(Benchmark.values()).map(PlannedFork::jmhName).toList());
  }

  @Test
  void theArticleHasAShotBeforeTheOneThatCountsAlsoInPlainJmh() throws PlanException {
    assertThat(plan(Preset.STANDARD, "Article", "").forks())
        .isNotEmpty()
        .allSatisfy(fork -> assertThat(fork.length()).isEqualTo(new ForkLength(1, 1, 1, 1000)));

    var plain =
        knownToJmh().stream()
            .filter(known -> known.getUsername().equals(PlannedFork.jmhName(Benchmark.ARTICLE)))
            .findFirst()
            .orElseThrow();
    assertThat(plain.getWarmupIterations().get()).isEqualTo(1);
    assertThat(plain.getMeasurementIterations().get()).isEqualTo(1);
    assertThat(plain.getMeasurementTime().get().convertTo(TimeUnit.MILLISECONDS)).isEqualTo(1000);
  }

  private static Collection<BenchmarkListEntry> knownToJmh() {
    return BenchmarkList.defaultList()
        .getAll(
            OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of());
  }

  @Test
  void decodeHasEveryContentOfTheStub() throws PlanException {
    var contents = plan(Preset.FULL, "Decode", "").scenarios().stream().map(s -> s.bodies());

    assertThat(contents).containsExactlyElementsOf(Content.OF_THE_STUB);
  }

  @Test
  void theStubIsWarmedUpOnlyWhereItsPaceCounts() throws PlanException {
    var timed = plan(Preset.FULL, "Decode|Floor", "");
    var untimed = plan(Preset.FULL, "Decode|PipeRoundTrip", "");

    assertThat(timed.timesTheStub()).isTrue();
    assertThat(untimed.timesTheStub()).isFalse();
    assertThat(timed.beforeRounds().minus(untimed.beforeRounds()))
        .isEqualTo(Preset.FULL.stubWarmUp());
  }

  @Test
  void lengthsAreTheSameInEveryLocale() throws PlanException {
    var plan = plan(Preset.FULL, "", "");
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      var lengths = plan.lengths();
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(plan.lengths()).isEqualTo(lengths);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void tellsItsTimeBeforeItStarts() throws PlanException {
    assertThat(plan(Preset.STANDARD, "Article", "").describe())
        .first()
        .asString()
        .startsWith("Plan: 5 rounds of ");
    assertThat(Minutes.of(Duration.ofMillis(89_600))).isEqualTo("1 min 30 s");
    assertThat(Minutes.of(Duration.ofSeconds(45))).isEqualTo("45 s");
  }

  private static Plan plan(Preset preset, String include, String parameters) throws PlanException {
    return Plan.of(preset, PlanFilter.parse(include, parameters), POOLS, preset.rounds());
  }
}
