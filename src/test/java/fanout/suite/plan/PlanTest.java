package fanout.suite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import fanout.fetch.Concurrency;
import fanout.measure.ForkLength;
import fanout.strategy.Strategies;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Content;
import fanout.vocabulary.Scenarios;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(75));
  }

  @Test
  void aBatchThatWouldTakeTooLongIsSkippedWithTheReason() throws PlanException {
    var plan = plan(Preset.FULL, "FanOutBenchmark", "strategy=SEQUENTIAL");

    assertThat(plan.scenarios()).extracting(s -> s.endpoints()).containsExactly(6);
    assertThat(plan.skipped())
        .hasSize(3)
        .anySatisfy(reason ->
            assertThat(reason)
                .contains("SEQUENTIAL", "60 endpoints")
                .endsWith(
                    "was skipped: a batch would take 6.0 s (60 endpoints of 100 ms each, 1 in"
                        + " flight), more than 5 s."));
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

  @ParameterizedTest
  @EnumSource(Preset.class)
  void everyRowOfAStrategyHasItsFloor(Preset preset) throws PlanException {
    var plan = plan(preset, "", "");

    for (var scenario : plan.scenarios()) {
      scenario.floor().ifPresent(floor -> assertThat(plan.scenarios()).contains(floor));
    }
    assertThat(plan.scenarios()).anySatisfy(scenario -> assertThat(scenario.floor()).isPresent());
  }

  @Test
  void theFloorHasTheConditionsOfItsRowsAndDecodes() throws PlanException {
    var floors = plan(Preset.FULL, "manyVirtual", "delay=FIXED_20_MS").forks();

    assertThat(floors).extracting(PlannedFork::callers).containsExactly(1, 8, 64);
    assertThat(floors.getLast().label())
        .isEqualTo("FloorBenchmark.manyVirtual FIXED_20_MS SIX 64 callers");
    assertThat(floors.getLast().jmhParams())
        .containsOnly(
            entry("delay", "FIXED_20_MS"), entry("bodies", "SIX"), entry("decode", "true"));
    var fanOut = plan(Preset.STANDARD, "FanOutFloor", "").forks().getFirst();
    assertThat(fanOut.jmhParams()).containsOnly(entry("endpoints", "6"), entry("decode", "true"));
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
