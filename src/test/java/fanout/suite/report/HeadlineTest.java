package fanout.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.stats.Estimate;
import fanout.stats.Estimate.Interval;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Bodies;
import fanout.vocabulary.Delay;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Scenarios;
import fanout.vocabulary.Strategy;
import fanout.vocabulary.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineTest {
  @Test
  void namesEveryStrategyThatTheForksDoNotTellApartFromTheFastest() {
    var answer = Headline.of(Runs.ordinary()).orElseThrow();

    assertThat(answer.best())
        .extracting(m -> m.scenario().strategy())
        .containsExactly(Strategy.VIRTUAL_THREADS, Strategy.STRUCTURED);
    assertThat(answer.sentence("a machine"))
        .isEqualTo(
            "VIRTUAL_THREADS and STRUCTURED fetch the six endpoints fastest (this run does not tell"
                + " them apart): 23.8 to 24.1 ms per batch at 20 ms delay, 5.57 to 5.64 times as"
                + " fast as SEQUENTIAL (95 % intervals from 5.47 to 5.73), measured with 5 forks on"
                + " a machine.");
  }

  @Test
  void claimsNothingFromOneFork() {
    var answer = Headline.of(Runs.withoutIntervals()).orElseThrow();

    assertThat(answer.best()).hasSize(7);
    assertThat(answer.sentence("a machine"))
        .startsWith("One round tells no strategy apart: ")
        .doesNotContain("fastest", "SEQUENTIAL")
        .endsWith(" ms per batch at 20 ms delay, measured with 1 fork each on a machine.");
  }

  @Test
  void saysOfAllThatItNamesWhatHoldsForAll() {
    var answer =
        new Headline(
            List.of(row("A", 10, 0.2, 0.19, 0.21), row("B", 11, 0.25, 0.24, 0.26)),
            List.of("A", "B"));

    assertThat(answer.sentence("a machine"))
        .isEqualTo(
            "A and B fetch the six endpoints fastest (this run does not tell them apart): 10 to 11"
                + " ms per batch without delay, 4 to 5 times as fast as SEQUENTIAL (95 % intervals"
                + " from 3.85 to 5.26), measured with 5 forks on a machine.");
  }

  @Test
  void saysOfOneWhatHoldsForIt() {
    var answer = new Headline(List.of(row("A", 10, 0.2, 0.19, 0.21)), List.of("A"));

    assertThat(answer.sentence("a machine"))
        .isEqualTo(
            "A fetches the six endpoints fastest: 10 ms per batch without delay, 5 times as fast as"
                + " SEQUENTIAL (95 % interval 4.76 to 5.26), measured with 5 forks on a machine.");
  }

  @Test
  void nothingIsAsFastAsItself() {
    var sequential = row("SEQUENTIAL", 11, 1, 1, 1);
    var answer =
        new Headline(List.of(row("A", 10, 0.9, 0.8, 1.1), sequential), List.of("A", "SEQUENTIAL"));

    assertThat(answer.sentence("a machine"))
        .startsWith("A and SEQUENTIAL fetch the six endpoints fastest")
        .doesNotContain("times as fast");
  }

  @Test
  void saysWhichBodiesAndCallersWhereTheyAreNotTheUsualOnes() {
    var scenario =
        Scenarios.of(
            "SixEndpointsBenchmark.fetchAll", "A", "FIXED_20_MS", "EQUAL", 6, 8, 200, 2, 3);
    var answer = new Headline(List.of(row(scenario, 10, 0.2, 0.19, 0.21)), List.of("A"));

    assertThat(answer.sentence("a machine"))
        .startsWith(
            "A fetches a batch fastest: 10 ms per batch of six times posts at 20 ms delay with 8"
                + " callers, 5 times");
  }

  @Test
  void takesTheBatchesOfOneCallerAtAFixedDelay() {
    assertThat(Headline.headline(Runs.ordinary()))
        .extracting(Measurement::scenario)
        .allMatch(s -> s.delay() == Delay.FIXED_20_MS && s.bodies() == Bodies.SIX)
        .allMatch(s -> Integer.valueOf(1).equals(s.callers()))
        .hasSize(7);
  }

  @Test
  void hasNoAnswerWithoutBatchesOfTheSix() {
    var run = Runs.ordinary();
    var others =
        run.measurements().stream()
            .filter(m -> m.scenario().benchmark() != Benchmark.SIX_ENDPOINTS)
            .toList();

    assertThat(
            Headline.of(new RunRecord(run.environment(), others, List.of(), List.of(), List.of())))
        .isEmpty();
  }

  private static Measurement row(
      String strategy, double score, double ratio, double low, double high) {
    return row(
        Scenarios.of("SixEndpointsBenchmark.fetchAll", strategy, "NONE", "SIX", 6, 1, 200, 2, 3),
        score,
        ratio,
        low,
        high);
  }

  private static Measurement row(
      Scenario scenario, double score, double ratio, double low, double high) {
    return new Measurement(
        scenario,
        Metric.TIME_MEAN,
        new Estimate(score, null, 5),
        Unit.MS_PER_BATCH,
        10,
        new Estimate(ratio, new Interval(low, high), 5),
        null);
  }
}
