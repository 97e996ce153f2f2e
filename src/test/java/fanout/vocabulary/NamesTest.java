package fanout.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @Test
  void namesOfThisVersionAreItsConstants() {
    assertThat(StrategyName.of("ASYNC")).isSameAs(Strategy.ASYNC);
    assertThat(StrategyName.of("PYTHON_ASYNCIO")).isSameAs(PythonProgram.PYTHON_ASYNCIO);
    assertThat(DelayName.of("FIXED_20_MS")).isSameAs(Delay.FIXED_20_MS);
    assertThat(BodiesName.of("EQUAL")).isSameAs(Bodies.EQUAL);
    assertThat(BodiesName.of("USERS")).isSameAs(Content.USERS);
    assertThat(BenchmarkName.of("FloorBenchmark.six")).isSameAs(Benchmark.FLOOR_SIX);
    assertThat(UnitName.of("ms/batch")).isSameAs(Unit.MS_PER_BATCH);
  }

  @Test
  void namesOfAnotherVersionKeepTheirText() {
    assertThat(StrategyName.of("WARP")).isEqualTo(new Unknown("WARP"));
    assertThat(DelayName.of("FIXED_50_MS").text()).isEqualTo("FIXED_50_MS");
    assertThat(BodiesName.of("async").text()).isEqualTo("async");
    assertThat(BenchmarkName.of("FloorBenchmark")).isEqualTo(new Unknown("FloorBenchmark"));
    assertThat(UnitName.of("").text()).isEmpty();
  }

  @Test
  void aBenchmarkIsFoundByTheNameItHadBefore() {
    assertThat(BenchmarkName.of("HandOverBenchmark.echo")).isSameAs(Benchmark.PIPE_ROUND_TRIP);
    assertThat(Benchmark.PIPE_ROUND_TRIP.text()).isEqualTo("PipeRoundTripBenchmark.echo");
  }

  @Test
  void aProgramThatThereIsNotIsAnErrorThatNamesThoseThereAre() {
    assertThat(Program.named("PYTHON_SEQUENTIAL")).isSameAs(PythonProgram.PYTHON_SEQUENTIAL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Program.named("WARP"))
        .withMessageStartingWith("There is no program 'WARP'; there are SEQUENTIAL, ");
  }

  @ParameterizedTest
  @CsvSource({
    "SEQUENTIAL, 1",
    "FIXED_POOL, 4",
    "VIRTUAL_THREADS, 60",
    "MULTI_PROCESS, 6",
    "PYTHON_SEQUENTIAL, 1",
    "PYTHON_THREAD_POOL, 4",
    ", 60"
  })
  void asManyFetchesAreUnderWayAsTheStrategyAllows(String strategy, int atOnce) {
    assertThat(users(strategy, 60, 4).fetchesAtOnce()).isEqualTo(atOnce);
  }

  @Test
  void noMoreFetchesAreUnderWayThanABatchHas() {
    assertThat(users("FIXED_POOL", 6, 200).fetchesAtOnce()).isEqualTo(6);
  }

  @Test
  void aMissingNumberIsAnErrorAndNoDefault() {
    assertThatIllegalStateException()
        .isThrownBy(() -> users("FIXED_POOL", null, 4).fetchesAtOnce())
        .withMessageStartingWith("The number of endpoints is missing in Scenario[");
    assertThatIllegalStateException()
        .isThrownBy(() -> users("FIXED_POOL", 6, null).fetchesAtOnce())
        .withMessageStartingWith("The number of threads is missing in ");
    assertThatIllegalStateException()
        .isThrownBy(() -> users("WARP", 6, 4).fetchesAtOnce())
        .withMessage("It is not known what bounds the fetches of WARP");
  }

  private static Scenario users(
      String strategy, @Nullable Integer endpoints, @Nullable Integer threads) {
    return Scenarios.of(
        "FanOutBenchmark.fetchAll", strategy, null, "USERS", endpoints, 1, threads, 2, 3);
  }

  @Test
  void throughputIsCallersDividedByTheMeanTime() {
    assertThat(Operation.BATCH.throughput(8, 40)).isEqualTo(200);
    assertThat(Operation.TASK.throughput(1, 50)).isEqualTo(20_000);
    assertThat(Operation.DECODE.millisOf(50)).isEqualTo(0.05);
  }
}
