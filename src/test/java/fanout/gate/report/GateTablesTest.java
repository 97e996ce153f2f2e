package fanout.gate.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.judge.Gates;
import fanout.gate.judge.Judge;
import fanout.gate.result.GateFork;
import fanout.gate.result.GateResults;
import fanout.gate.result.GateRow;
import fanout.gate.result.GateRun;
import fanout.gate.result.IterationScores;
import fanout.gate.result.Pair;
import fanout.gate.result.RowNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

/// Rows that differ in the last of many parameters.
class GateTablesTest {
  private static final String ALIKE =
      "In all its rows: SixEndpointsBenchmark.fetchAll(bodies=SIX, delay=FIXED_20_MS, inFlight=3,"
          + " processes=2) [sample].";
  private static final String TREND = "Forks still became faster.";
  private static final GateRun RUN = run();

  @Test
  void rowsAreToldApartByWhatDiffers() {
    var text = GateReport.console(RUN, Judge.of(RUN));

    assertThat(text)
        .contains("  SixEndpointsBenchmark.fetchAll(strategy=ASYNC) ")
        .contains("  SixEndpointsBenchmark.fetchAll(strategy=VIRTUAL_THREADS) ")
        .containsOnlyOnce(ALIKE);
  }

  @Test
  void markdownTellsOnceWhatIsAlike() {
    assertThat(new GateTables(RUN, Judge.of(RUN)).markdown())
        .contains("| SixEndpointsBenchmark.fetchAll(strategy=ASYNC) | CPU time |")
        .containsOnlyOnce(ALIKE);
  }

  @Test
  void whatThereIsToKnowAboutARowIsToldOnce() {
    assertThat(GateReport.console(RUN, Judge.of(RUN))).containsOnlyOnce(TREND);
  }

  @Test
  void namesOfTestsAreInFullSoThatTheyStayFromRunToRun() {
    assertThat(GateJunit.of(RUN, Judge.of(RUN)))
        .contains(
            "name=\"SixEndpointsBenchmark.fetchAll(bodies=SIX, delay=FIXED_20_MS, inFlight=3,"
                + " processes=2, strategy=VIRTUAL_THREADS) [sample], wall time\"");
  }

  private static GateRun run() {
    var pairs = new ArrayList<Pair>();
    for (int round = 1; round <= 6; round++) {
      pairs.add(Gates.pair(0, round, fork(), fork()));
      pairs.add(Gates.pair(1, round, fork(), fork()));
    }
    var rows = List.of(row("ASYNC"), row("VIRTUAL_THREADS"));
    return withNote(Gates.run(Gates.settings(6), rows, pairs));
  }

  private static GateRun withNote(GateRun run) {
    var results = run.results();
    return run.withResults(
        new GateResults(
            results.pairs(),
            results.controls(),
            results.referenceLoop(),
            results.failures(),
            List.of(new RowNote(1, TREND))));
  }

  private static GateFork fork() {
    return Gates.fork(
        "ms/op", 30, Map.of(GateFork.CPU, new IterationScores("ns/op", List.of(5e6))));
  }

  private static GateRow row(String strategy) {
    var params =
        Map.of(
            "bodies", "SIX",
            "delay", "FIXED_20_MS",
            "inFlight", "3",
            "processes", "2",
            "strategy", strategy);
    return new GateRow(
        "fanout.benchmark.SixEndpointsBenchmark.fetchAll",
        new TreeMap<>(params),
        Mode.SampleTime,
        "ms/op",
        null);
  }
}
