package fanout.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.measure.ForkResult;
import fanout.measure.Hardware;
import fanout.measure.IterationSample;
import fanout.measure.TimeDistribution;
import fanout.suite.result.Environment;
import fanout.suite.result.Fingerprint;
import fanout.suite.result.MachineState;
import fanout.suite.result.RunPayloads;
import fanout.suite.result.RunRecord;
import fanout.suite.result.Tabulation;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Operation;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Scenarios;
import fanout.vocabulary.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final double[] TEN = {10.0, 10.5, 9.8, 10.2, 10.1};
  private static final double[] ABOUT_TEN = {10.1, 10.3, 10.0, 10.1, 10.2};
  private static final double[] FORTY = {40.0, 41.0, 39.0, 40.5, 40.2};

  private final List<ForkResult> forks = new ArrayList<>();

  @Test
  void namesEveryStrategyThatIsNotSeparableFromTheBest() {
    add("SEQUENTIAL", FORTY);
    add("VIRTUAL_THREADS", ABOUT_TEN);
    add("ASYNC", TEN);

    assertThat(Summary.markdown(run()))
        .contains("ASYNC and VIRTUAL_THREADS are not separable; ASYNC has the best mean.")
        .contains("| ASYNC | 10.12 | 9.799 to 10.44 | 0.2521 |")
        .containsSubsequence("| ASYNC |", "| VIRTUAL_THREADS |", "within noise |", "| SEQUENTIAL |")
        .contains("| faster | best mean |")
        .contains("| itself | slower |");
  }

  @Test
  void namesTheBestAloneWhereAllOthersAreSlowerBeyondNoise() {
    add("SEQUENTIAL", FORTY);
    add("ASYNC", TEN);

    assertThat(Summary.plain(run()))
        .contains("ASYNC is the fastest: every other strategy is slower beyond noise.");
  }

  /// The paired test, corrected for two others, says nothing: alone each p is 0.03.
  @Test
  void theAnswerNamesTheSameStrategies() {
    add("A", 10, 10.6, 10, 10.6, 10);
    add("B", 10.2, 11.2, 10.3, 11.3, 10.1);
    add("C", 10.2, 11.2, 10.3, 11.3, 10.1);

    assertThat(Summary.plain(run())).contains("A, B and C are not separable; A has the best mean.");
    assertThat(Headline.of(run()).orElseThrow().names()).containsExactly("A", "B", "C");
  }

  /// The paired test of B, corrected for three others, does not reach 5 %; but its interval is
  /// 10.03 to 10.97, and that of A ends at 9.94.
  @Test
  void namesNoStrategyWhoseIntervalLiesApartFromTheBest() {
    add("A", 9.9, 9.86, 9.94, 9.9, 9.9);
    add("B", 10.1, 10.9, 10.2, 10.9, 10.4);
    add("C", 9.9, 9.88, 9.93, 9.91, 9.89);
    add("D", 9.9, 9.88, 9.93, 9.91, 9.89);

    assertThat(Headline.of(run()).orElseThrow().names()).containsExactly("A", "C", "D");
    assertThat(Summary.plain(run())).contains("A, C and D are not separable; A has the best mean.");
  }

  /// The times of SEQUENTIAL are scattered, but A was the faster one in each round.
  @Test
  void namesNoStrategyWhoseRatioLiesApartFromTheBest() {
    add("A", 9, 19, 8.5, 17, 10);
    add("SEQUENTIAL", 9.9, 20, 9.7, 17.2, 11.5);
    add("B", 9.1, 19.1, 8.4, 17.1, 10.1);
    add("C", 9.1, 19.1, 8.4, 17.1, 10.1);

    assertThat(Headline.of(run()).orElseThrow().names()).containsExactly("A", "B", "C");
  }

  @Test
  void theAnswerTellsOneStrategysPoolsApart() {
    addTo(six("FIXED_POOL", 50), TEN);
    addTo(six("FIXED_POOL", 200), ABOUT_TEN);

    assertThat(Headline.of(run()).orElseThrow().sentence("a machine"))
        .startsWith("FIXED_POOL, 50 threads and FIXED_POOL, 200 threads fetch the six endpoints");
  }

  @Test
  void listsThreeThatAreEqual() {
    add("A", TEN);
    add("B", TEN);
    add("C", TEN);

    assertThat(Summary.plain(run())).contains("A, B and C are not separable; A has the best mean.");
  }

  @Test
  void tellsNothingApartAfterOneRound() {
    add("SEQUENTIAL", 40);
    add("ASYNC", 10);

    assertThat(Summary.markdown(run("The preset smoke only shows that everything works.")))
        .contains("**Not for quoting. The preset smoke only shows that everything works.**")
        .contains("ASYNC has the best mean of one round: nothing can be told apart.")
        .contains("| ASYNC | 10.00 | - | 0.2500 | - | not tested | best mean |");
  }

  @Test
  void saysWhatPhotosIsOfTheBytes() {
    add("ASYNC", TEN);

    assertThat(Summary.plain(run())).contains("Photos is 83 % of a batch's bytes.");
  }

  @Test
  void isTheSameInEveryLocale() {
    add("SEQUENTIAL", FORTY);
    add("ASYNC", TEN);
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      var text = Summary.markdown(run());
      for (var locale : List.of(Locale.GERMANY, Locale.forLanguageTag("ar-EG"))) {
        Locale.setDefault(locale);
        assertThat(Summary.markdown(run())).as(locale.toString()).isEqualTo(text);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void hostileNamesStayInTheirCell() {
    add("<b>|x", TEN);

    assertThat(Summary.markdown(run())).contains("| &lt;b>\\|x |");
  }

  @Test
  void listsWhatWasLeftOutAndControls() {
    add("ASYNC", TEN);
    var floor = Scenarios.of("FloorBenchmark.one", null, "NONE", "SIX", 6, 1, null, null, null);
    addTo(floor, 2, 2, 2, 2, 2);

    assertThat(Summary.markdown(run()))
        .contains("## FloorBenchmark\n\nControls, not strategies.\n")
        .contains("| one SIX | 2.000 | 2.000 to 2.000 | - |")
        .contains("## Skipped\n\n- STRUCTURED was skipped: no preview.");
  }

  @Test
  void handingOverIsNoControlAndHasItsMedian() {
    var echo = Scenarios.of("HandOverBenchmark.echo", null, null, null, null, 1, null, 1, 1);
    forks.add(
        new ForkResult(
            echo,
            Operation.TASK,
            1,
            List.of(new IterationSample(echo, 1, 1, Metric.TIME_MEAN, 45, Unit.US_PER_TASK, 10)),
            TimeDistribution.of(Map.of(40.0, 9L, 90.0, 1L))));

    assertThat(Summary.markdown(run()))
        .contains(
            """
            ## PipeRoundTripBenchmark

            | what | us/task | 95 % interval | p50 |
            | --- | --- | --- | --- |
            | echo | 45.00 | - | 40.00 |
            """)
        .doesNotContain("Controls, not strategies.");
  }

  private void add(String strategy, double... timeByRound) {
    addTo(six(strategy, 200), timeByRound);
  }

  private static Scenario six(String strategy, int threads) {
    return Scenarios.of(
        "SixEndpointsBenchmark.fetchAll", strategy, "NONE", "SIX", 6, 1, threads, 2, 3);
  }

  private void addTo(Scenario scenario, double... timeByRound) {
    for (int i = 0; i < timeByRound.length; i++) {
      forks.add(
          new ForkResult(
              scenario,
              Operation.BATCH,
              i + 1,
              List.of(
                  new IterationSample(
                      scenario, i + 1, 1, Metric.TIME_MEAN, timeByRound[i], Unit.MS_PER_BATCH, 3)),
              null));
    }
  }

  private RunRecord run(String... notQuotable) {
    var tabulation = new Tabulation(List.of(), forks);
    return new RunRecord(
        new Environment(
            new Environment.RunStamp(
                "20260102T030405Z-smoke", "smoke", Instant.EPOCH, Instant.EPOCH),
            new Environment.RoundCounts(5, 5, 7),
            new Fingerprint(
                new Hardware("cpu", 2, 1L << 34, "Linux 6"),
                "25",
                List.of(),
                "1.37",
                List.of(),
                "own",
                new RunPayloads("generated 0123")),
            null,
            new MachineState(0.5, null, 0.04, null),
            List.of(notQuotable),
            List.of("STRUCTURED was skipped: no preview."),
            List.of(),
            null),
        tabulation.measurements(),
        tabulation.samples(),
        List.of(),
        List.of());
  }
}
