package fanout.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.fetch.Content;
import fanout.strategy.Strategy;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class PlanTest {
  private static final Pools POOLS = new Pools(200, 2, 3);

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

    for (var benchmark :
        List.of(SuiteBenchmark.SIX_ENDPOINTS, SuiteBenchmark.ARTICLE, SuiteBenchmark.FAN_OUT)) {
      var measured =
          plan.forks().stream()
              .filter(fork -> fork.benchmark() == benchmark)
              .map(fork -> fork.scenario().strategy())
              .distinct()
              .toList();
      assertThat(measured)
          .containsExactlyElementsOf(
              Arrays.stream(Strategy.values())
                  .filter(strategy -> strategy.unavailable().isEmpty())
                  .map(Strategy::name)
                  .toList());
    }
  }

  @Test
  void plansTakeTheTimeThatTheyMayTake() throws PlanException {
    assertThat(plan(Preset.SMOKE, "", "").expected()).isLessThan(Duration.ofSeconds(90));
    assertThat(plan(Preset.STANDARD, "", "").expected()).isLessThan(Duration.ofMinutes(20));
    assertThat(plan(Preset.FULL, "", "").expected())
        .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(50));
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
        "|threads=0|threads must be a number from 1 to 99999, got: 0",
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
  void everyBenchmarkIsKnownToJmh() {
    var known =
        BenchmarkList.defaultList()
            .getAll(
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
            .stream()
            .map(BenchmarkListEntry::getUsername)
            .toList();

    assertThat(known)
        .containsAll(Arrays.stream(SuiteBenchmark.values()).map(b -> b.jmhName()).toList());
  }

  @Test
  void decodeHasEveryContentOfTheStub() throws PlanException {
    var contents = plan(Preset.FULL, "Decode", "").scenarios().stream().map(s -> s.bodies());

    assertThat(contents)
        .containsExactlyElementsOf(
            Arrays.stream(Content.values())
                .filter(content -> content != Content.ANY_JSON)
                .map(Content::name)
                .toList());
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
    return Plan.of(preset, Narrowing.parse(include, parameters), POOLS, preset.rounds());
  }
}
