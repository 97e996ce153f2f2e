package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.result.Environment;
import fanout.result.ForkResult;
import fanout.result.IterationSample;
import fanout.result.Metric;
import fanout.result.Operation;
import fanout.result.RunRecord;
import fanout.result.Scenario;
import fanout.result.Tabulation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    var text = Summary.markdown(run());
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Summary.markdown(run())).isEqualTo(text);
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
    var floor = new Scenario("FloorBenchmark.one", null, "NONE", "SIX", 6, 1, null, null, null);
    addTo(floor, 2, 2, 2, 2, 2);

    assertThat(Summary.markdown(run()))
        .contains("## FloorBenchmark", "| one SIX | 2.000 | 2.000 to 2.000 |")
        .contains("## Left out\n\n- STRUCTURED was left out: no preview.");
  }

  private void add(String strategy, double... timeByRound) {
    addTo(
        new Scenario("SixEndpointsBenchmark.fetchAll", strategy, "NONE", "SIX", 6, 1, 200, 2, 3),
        timeByRound);
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
                      scenario, i + 1, 1, Metric.TIME_MEAN, timeByRound[i], "ms/batch", 3)),
              null));
    }
  }

  private RunRecord run(String... notQuotable) {
    var tabulation = new Tabulation(List.of(), forks);
    return new RunRecord(
        new Environment(
            "20260102T030405Z-smoke",
            "smoke",
            Instant.EPOCH,
            Instant.EPOCH,
            5,
            5,
            7,
            new Environment.Fingerprint(
                "cpu",
                2,
                1L << 34,
                "Linux 6",
                "25",
                List.of(),
                "1.37",
                List.of(),
                "own",
                "generated 0123"),
            null,
            new Environment.MachineState(0.5, null, 0.04, null),
            List.of(notQuotable),
            List.of("STRUCTURED was left out: no preview."),
            List.of()),
        tabulation.measurements(),
        tabulation.samples(),
        List.of(),
        List.of());
  }
}
