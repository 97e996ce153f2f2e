package fanout.suite;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.result.ForkResult;
import fanout.result.IterationSample;
import fanout.result.Metric;
import fanout.result.Tabulation;
import fanout.result.TimeDistribution;
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
            Narrowing.parse("Six", "strategy=ASYNC,SEQUENTIAL,delay=NONE"),
            new Pools(200, 2, 3),
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
        .contains("throughput of SixEndpointsBenchmark.fetchAll ASYNC NONE SIX")
        .hasSize(7);
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
                        fork.scenario(), round, 1, Metric.TIME_MEAN, 2, "ms/batch", 4)),
                TimeDistribution.of(Map.of(2.0, 4L))));
      }
    }
    return forks;
  }
}
