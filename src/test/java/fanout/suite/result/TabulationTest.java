package fanout.suite.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.measure.ForkResult;
import fanout.measure.IterationSample;
import fanout.measure.TimeDistribution;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Operation;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Scenarios;
import fanout.vocabulary.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TabulationTest {
  private static final Scenario SEQUENTIAL = six("SEQUENTIAL", 8);
  private static final Scenario ASYNC = six("ASYNC", 8);

  @Test
  void scoreIsTheMeanOverForksNotOverSamples() {
    var rows =
        new Tabulation(
                List.of(ASYNC),
                List.of(timed(ASYNC, 1, Map.of(10.0, 100L)), timed(ASYNC, 2, Map.of(20.0, 1L))))
            .measurements();

    var mean = row(rows, ASYNC, Metric.TIME_MEAN);
    assertThat(mean.score()).isEqualTo(15);
    assertThat(mean.forks()).isEqualTo(2);
    assertThat(mean.samples()).isEqualTo(101);
    // standard error 5, t(1, 97.5 %) = 12.7062
    assertThat(mean.ciHigh()).isNotNull().isCloseTo(15 + 63.531, within(1e-2));
  }

  @Test
  void throughputIsCallersDividedByMeanTime() {
    var rows =
        new Tabulation(List.of(ASYNC), List.of(timed(ASYNC, 1, Map.of(10.0, 5L)))).measurements();

    var throughput = row(rows, ASYNC, Metric.THROUGHPUT);
    assertThat(throughput.score()).isCloseTo(800, within(1e-9));
    assertThat(throughput.unit()).isEqualTo(Unit.BATCHES_PER_SECOND);
    assertThat(throughput.ciLow()).isNull();
  }

  @Test
  void ratiosAreOverPairsOfTheSameRound() {
    var rows =
        new Tabulation(
                List.of(SEQUENTIAL, ASYNC),
                List.of(
                    timed(SEQUENTIAL, 1, Map.of(10.0, 1L)),
                    timed(ASYNC, 1, Map.of(5.0, 1L)),
                    timed(ASYNC, 2, Map.of(50.0, 1L)),
                    timed(SEQUENTIAL, 2, Map.of(100.0, 1L))))
            .measurements();

    var ratio = row(rows, ASYNC, Metric.TIME_MEAN);
    assertThat(ratio.ratio()).isNotNull().isCloseTo(0.5, within(1e-12));
    assertThat(ratio.ratioHigh()).isNotNull().isCloseTo(0.5, within(1e-9));
    assertThat(row(rows, ASYNC, Metric.THROUGHPUT).ratio()).isNotNull().isCloseTo(2, within(1e-9));
    assertThat(row(rows, SEQUENTIAL, Metric.TIME_MEAN).ratio()).isEqualTo(1);
  }

  @Test
  void hasNoRatioWhereSequentialWasNotMeasured() {
    var rows =
        new Tabulation(
                List.of(ASYNC),
                List.of(
                    timed(ASYNC, 1, Map.of(5.0, 1L)),
                    timed(ASYNC, 2, Map.of(5.0, 1L)),
                    timed(six("SEQUENTIAL", 64), 1, Map.of(5.0, 1L))))
            .measurements();

    assertThat(row(rows, ASYNC, Metric.TIME_MEAN).ratio()).isNull();
  }

  @Test
  void otherSizesOfPoolsAreComparedWithTheSameSequential() {
    var python =
        Scenarios.of(
            SEQUENTIAL.benchmark().text(), "PYTHON_ASYNCIO", "NONE", "SIX", 6, 8, 6, null, null);
    var rows =
        new Tabulation(
                List.of(SEQUENTIAL, python),
                List.of(timed(SEQUENTIAL, 1, Map.of(10.0, 1L)), timed(python, 1, Map.of(4.0, 1L))))
            .measurements();

    assertThat(row(rows, python, Metric.TIME_MEAN).ratio())
        .isNotNull()
        .isCloseTo(0.4, within(1e-12));
  }

  @Test
  void theFloorIsThatOfTheSameRoundDelayBodiesAndCallers() {
    var floor = bareClient("NONE", 8);
    var rows =
        new Tabulation(
                List.of(ASYNC, floor),
                List.of(
                    timed(ASYNC, 1, Map.of(10.0, 1L)),
                    timed(ASYNC, 2, Map.of(100.0, 1L)),
                    timed(floor, 1, Map.of(8.0, 1L)),
                    timed(floor, 2, Map.of(80.0, 1L)),
                    timed(bareClient("FIXED_20_MS", 8), 1, Map.of(1.0, 1L)),
                    timed(bareClient("NONE", 1), 1, Map.of(1.0, 1L))))
            .measurements();

    var mean = row(rows, ASYNC, Metric.TIME_MEAN);
    assertThat(mean.floorRatio()).isNotNull().isCloseTo(0.8, within(1e-12));
    assertThat(mean.floorRatioLow()).isNotNull().isCloseTo(0.8, within(1e-9));
    assertThat(row(rows, ASYNC, Metric.TIME_P50).floorRatio()).isNull();
    assertThat(row(rows, floor, Metric.TIME_MEAN).floorRatio()).isNull();
  }

  @Test
  void aRoundWithoutItsFloorHasNoRatio() {
    var floor = bareClient("NONE", 8);
    var rows =
        new Tabulation(
                List.of(ASYNC, floor),
                List.of(
                    timed(ASYNC, 1, Map.of(10.0, 1L)),
                    timed(ASYNC, 2, Map.of(10.0, 1L)),
                    timed(floor, 1, Map.of(8.0, 1L))))
            .measurements();

    assertThat(row(rows, ASYNC, Metric.TIME_MEAN).floorRatio()).isNull();
  }

  @Test
  void percentileRowsAreMeansOverForks() {
    var rows =
        new Tabulation(
                List.of(ASYNC),
                List.of(
                    timed(ASYNC, 1, Map.of(1.0, 9L, 3.0, 1L)),
                    timed(ASYNC, 2, Map.of(1.0, 9L, 5.0, 1L))))
            .measurements();

    assertThat(row(rows, ASYNC, Metric.TIME_P50).score()).isEqualTo(1);
    assertThat(row(rows, ASYNC, Metric.TIME_P99).score()).isEqualTo(4);
    assertThat(row(rows, ASYNC, Metric.TIME_MAX).score()).isEqualTo(4);
  }

  @Test
  void curvesAreDrawnPerRoundAndOverAll() {
    var points =
        new Tabulation(
                List.of(ASYNC),
                List.of(timed(ASYNC, 1, Map.of(1.0, 10L)), timed(ASYNC, 2, Map.of(2.0, 30L))))
            .percentiles();

    assertThat(points)
        .contains(new PercentilePoint(ASYNC, 1, 50, 1, 0))
        .contains(new PercentilePoint(ASYNC, 2, 50, 2, 0))
        .contains(new PercentilePoint(ASYNC, null, 20, 1, 30))
        .contains(new PercentilePoint(ASYNC, null, 100, 2, 0));
  }

  @Test
  void costsAreWeighedByOperationsAndThreadsAreTheMost() {
    var samples = new ArrayList<IterationSample>();
    samples.addAll(iterations(ASYNC, Metric.CPU_TIME, 1, 4));
    samples.addAll(iterations(ASYNC, Metric.THREADS, 9, 7));
    samples.addAll(iterations(ASYNC, Metric.CONNECTIONS, 9, 7));
    var rows =
        new Tabulation(
                List.of(ASYNC), List.of(new ForkResult(ASYNC, Operation.BATCH, 1, samples, null)))
            .measurements();

    assertThat(row(rows, ASYNC, Metric.CPU_TIME).score()).isEqualTo((1 * 1 + 4 * 2) / 3.0);
    assertThat(row(rows, ASYNC, Metric.THREADS).score()).isEqualTo(9);
    assertThat(row(rows, ASYNC, Metric.CONNECTIONS).score()).isEqualTo(7);
    assertThat(rows).extracting(Measurement::metric).doesNotContain(Metric.ALLOCATED);
  }

  private static List<IterationSample> iterations(Scenario scenario, Metric metric, double... s) {
    return List.of(
        new IterationSample(scenario, 1, 1, metric, s[0], Operation.BATCH.unit(metric), 1),
        new IterationSample(scenario, 1, 2, metric, s[1], Operation.BATCH.unit(metric), 2));
  }

  private static ForkResult timed(Scenario scenario, int round, Map<Double, Long> counts) {
    var times = TimeDistribution.of(counts);
    return new ForkResult(
        scenario,
        Operation.BATCH,
        round,
        List.of(
            new IterationSample(
                scenario,
                round,
                1,
                Metric.TIME_MEAN,
                times.mean(),
                Unit.MS_PER_BATCH,
                times.count())),
        times);
  }

  private static Measurement row(List<Measurement> rows, Scenario scenario, Metric metric) {
    return rows.stream()
        .filter(row -> row.scenario().equals(scenario) && row.metric() == metric)
        .findFirst()
        .orElseThrow();
  }

  private static Scenario bareClient(String delay, int callers) {
    return Scenarios.of(
        "FloorBenchmark.manyVirtual", null, delay, "SIX", 6, callers, null, null, null);
  }

  private static Scenario six(@Nullable String strategy, int callers) {
    return Scenarios.of(
        "SixEndpointsBenchmark.fetchAll", strategy, "NONE", "SIX", 6, callers, 200, 2, 3);
  }
}
