package fanout.suite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.fetch.Concurrency;
import fanout.vocabulary.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A plan of which only a part is wanted.
class PlanNarrowedTest {
  private static final Concurrency POOLS = new Concurrency(200, 2, 3);

  @Test
  void workersOfTheFanOutHaveAsManyInFlightAsAPoolHasThreads() throws PlanException {
    var scenarios =
        plan(Preset.STANDARD, "FanOutBenchmark", "threads=201,endpoints=600").scenarios();

    assertThat(scenarios).isNotEmpty().allSatisfy(s -> assertThat(s.inFlight()).isEqualTo(101));
    assertThat(plan(Preset.STANDARD, "FanOutBenchmark", "inFlight=7,endpoints=6").scenarios())
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
  void workersAmongManyCallersHaveAsManyInFlightAsIsRequested() throws PlanException {
    assertThat(plan(Preset.FULL, "Six", "callers=64,inFlight=7").scenarios())
        .isNotEmpty()
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
        "|threads=0|threads must be a number from 1 to 32767, got: 0",
        "|threads=40000|threads must be a number from 1 to 32767, got: 40000",
        "|inFlight=100000|inFlight must be a number from 1 to 99999, got: 100000",
        "|ASYNC|'ASYNC' is not name=value",
        "|strategy=|'strategy=' is not name=value",
        "FanOutBenchmark|strategy=SEQUENTIAL,endpoints=600|Nothing is left to measure: FanOutBenchmark",
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
  void aSizeThatNoBenchmarkUsesIsNotAllowed() throws PlanException {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> plan(Preset.SMOKE, "Decode|PipeRoundTrip", "threads=50,100"))
        .withMessage(
            "threads cannot be 50, 100 here: there is no such parameter in PipeRoundTripBenchmark.echo,"
                + " DecodeBenchmark.decode");
    assertThat(plan(Preset.SMOKE, "Decode|PipeRoundTrip", "processes=4").scenarios())
        .extracting(Scenario::processes)
        .containsExactly(4, null, null);
  }

  private static Plan plan(Preset preset, String include, String parameters) throws PlanException {
    return Plan.of(preset, PlanFilter.parse(include, parameters), POOLS, preset.rounds());
  }
}
