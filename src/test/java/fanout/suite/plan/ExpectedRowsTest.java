package fanout.suite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.fetch.Concurrency;
import fanout.measure.ForkResult;
import fanout.measure.IterationSample;
import fanout.measure.TimeDistribution;
import fanout.suite.result.Tabulation;
import fanout.suite.result.TimelineEntry;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Strategy;
import fanout.vocabulary.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectedRowsTest {
  private final Plan plan;

  ExpectedRowsTest() throws PlanException {
    plan =
        Plan.of(
            Preset.STANDARD,
            PlanFilter.parse("Six", "strategy=ASYNC,SEQUENTIAL,delay=NONE"),
            new Concurrency(200, 2, 3),
            2);
  }

  @Test
  void nothingIsMissingWhereEveryForkIsThere() {
    assertThat(missing(forks())).isEmpty();
  }

  @Test
  void aRowWithoutAForkOfEachRoundIsMissing() {
    var forks = forks();
    forks.removeLast();

    assertThat(missing(forks))
        .contains("throughput of SixEndpointsBenchmark.fetchAll ASYNC NONE SIX (1 of 2 forks)")
        .hasSize(7);
  }

  @Test
  void aScenarioWithoutAnyForkIsMissing() {
    var forks = forks();
    forks.removeLast();
    forks.removeLast();

    assertThat(missing(forks))
        .contains("time_mean of SixEndpointsBenchmark.fetchAll ASYNC NONE SIX (0 of 2 forks)")
        .hasSize(7);
  }

  @Test
  void aCostThatNotEveryForkHasIsMissingAndOneThatNoneHasIsNot() {
    var forks = forks();
    assertThat(missing(forks)).isEmpty(); // no fork has costs

    forks.set(0, with(forks.getFirst(), Metric.CPU_TIME));
    assertThat(missing(forks))
        .containsExactly(
            "cpu_time of SixEndpointsBenchmark.fetchAll SEQUENTIAL NONE SIX (1 of 2 forks)");

    forks.set(1, with(forks.get(1), Metric.CPU_TIME));
    assertThat(missing(forks)).isEmpty();
  }

  @Test
  void aStrategyWithoutTimelineIsNamed() {
    var timeline = List.of(new TimelineEntry(Strategy.ASYNC, "users", 0, 1, 2, 1002));

    assertThat(ExpectedRows.missingTimelines(List.of(Strategy.ASYNC), timeline)).isEmpty();
    assertThat(
            ExpectedRows.missingTimelines(List.of(Strategy.SEQUENTIAL, Strategy.ASYNC), timeline))
        .containsExactly("the timeline of SEQUENTIAL");
    assertThat(ExpectedRows.missingTimelines(List.of(), List.of())).isEmpty();
  }

  private static ForkResult with(ForkResult fork, Metric cost) {
    var samples = new ArrayList<>(fork.samples());
    samples.add(
        new IterationSample(fork.scenario(), fork.round(), 1, cost, 3, Unit.MS_PER_BATCH, 4));
    return new ForkResult(fork.scenario(), fork.operation(), fork.round(), samples, fork.times());
  }

  private List<String> missing(List<ForkResult> forks) {
    return ExpectedRows.missing(
        plan.forks(), 2, new Tabulation(plan.scenarios(), forks).measurements());
  }

  private List<ForkResult> forks() {
    var forks = new ArrayList<ForkResult>();
    for (var fork : plan.forks()) {
      for (int round = 1; round <= 2; round++) {
        forks.add(
            new ForkResult(
                fork.scenario(),
                fork.benchmark().operation(),
                round,
                List.of(
                    new IterationSample(
                        fork.scenario(), round, 1, Metric.TIME_MEAN, 2, Unit.MS_PER_BATCH, 4)),
                TimeDistribution.of(Map.of(2.0, 4L))));
      }
    }
    return forks;
  }
}
