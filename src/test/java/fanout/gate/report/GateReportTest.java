package fanout.gate.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.chart.Chart;
import fanout.gate.judge.Gates;
import fanout.gate.judge.Judge;
import fanout.gate.result.ArmDifferences;
import fanout.gate.result.ArmName;
import fanout.gate.result.CounterRule;
import fanout.gate.result.ForkOrder;
import fanout.gate.result.GateFile;
import fanout.gate.result.GateFork;
import fanout.gate.result.GateRow;
import fanout.gate.result.GateRun;
import fanout.gate.result.IterationScores;
import fanout.gate.result.MarginRule;
import fanout.gate.result.Pair;
import fanout.gate.result.ReferenceLoopPair;
import fanout.gate.result.RowDifference;
import fanout.gate.result.RowFailure;
import fanout.measure.Interference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class GateReportTest {
  private static final GateRun RUN = run(true, List.of(), 0);

  @TempDir private Path folder;

  @Test
  void headlineNamesTheRegressionAndWhatIsNotExcluded() {
    assertThat(headline(RUN))
        .isEqualTo(
            "Regressed: wall time of Decoder.slow by +10.0 % (97 % interval +9.4 to +10.5 %, not"
                + " adjusted for the number of rows). The largest slowdown not excluded is"
                + " 17.4 % (wall time of Decoder.noisy). The stubs of the arms differ.");
  }

  @Test
  void headlineOfEachOutcome() {
    assertThat(headline(only("fine", 1.0, true)))
        .startsWith(
            "Nothing regressed: of 1 row, 1 the same. The largest slowdown not excluded is");
    assertThat(headline(only("fine", 1.0, false)))
        .startsWith("Undecided: of 1 row, 1 the same.")
        .contains("The run is partial: it may be resumed.");
    assertThat(headline(run(true, List.of(new RowFailure(1, ArmName.CANDIDATE, "it hung.")), 0)))
        .startsWith("A benchmark failed: Decoder.slow, candidate: it hung. The largest");
    assertThat(headline(run(true, List.of(), 9)))
        .startsWith(
            "Invalid: reference loop, scatter from round to round has a standard deviation of");
    assertThat(headline(Gates.run(Gates.settings(24), List.of(), List.of())))
        .startsWith("Invalid: nothing was judged, as no row has the 6 pairs of the first look.");
  }

  @Test
  void consoleListsWhatMattersFirst() {
    var text = GateReport.console(RUN, Judge.of(RUN));

    assertThat(text.lines().filter(line -> line.contains("Decoder.")).map(GateReportTest::verdict))
        .containsSubsequence("regressed", "undecided", "improved", "same");
    assertThat(text)
        .contains("excludes a slowdown of 17.4 % or more, and more pairs would hardly decide it")
        .contains("excludes a slowdown of 5.2 % or more, about 258 more pairs would decide it")
        .contains("margin: waits for a lock")
        .contains("reference loop, scatter within rounds");
  }

  @Test
  void markdownOpensWithOneHeadline() {
    var text = new GateTables(RUN, Judge.of(RUN)).markdown();

    assertThat(text.lines().findFirst().orElse("")).startsWith("**Regressed: wall time of");
    assertThat(text).contains("| regressed | Decoder.slow | wall time | +10.0 % |");
  }

  @Test
  void junitFailsErrsAndSkips() throws Exception {
    var suite = junit(RUN).getDocumentElement();

    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
    assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(suite.getElementsByTagName("skipped").getLength())
        .isEqualTo(Integer.parseInt(suite.getAttribute("skipped")))
        .isPositive();
    assertThat(suite.getElementsByTagName("testcase").getLength())
        .isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
    var failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message"))
        .startsWith("regressed: +10.0 % (+9.4 to +10.5 %), margin 3.0 %, 6 pairs");
  }

  @Test
  void aDifferenceOfTheArmsIsInConsoleMarkdownAndJunitOfARowThatIsTheSame() {
    var sentence = "The baseline has JMH 1.36, the candidate 1.37: a difference may be JMH's.";
    var run =
        only("fine", 1.0, true)
            .withDifferences(
                new ArmDifferences(List.of(), List.of(new RowDifference(0, sentence, true))));
    var judgement = Judge.of(run);

    assertThat(GateReport.console(run, judgement)).contains(sentence);
    assertThat(new GateTables(run, judgement).markdown()).contains(sentence);
    assertThat(GateJunit.of(run, judgement))
        .contains("<system-out>" + sentence + "; CPU time is not judged");
  }

  @Test
  void junitErrsWhereABenchmarkFailedOrTheRunIsInvalid() throws Exception {
    var crash = new RowFailure(1, ArmName.CANDIDATE, "it threw <x> & \u0001 \"y\"");
    var failed = junit(run(true, List.of(crash), 0)).getDocumentElement();
    var invalid = junit(run(true, List.of(), 9)).getDocumentElement();

    assertThat(failed.getAttribute("errors")).isEqualTo("1");
    assertThat(((Element) failed.getElementsByTagName("error").item(0)).getAttribute("message"))
        .isEqualTo("candidate: it threw <x> & \uFFFD \"y\"");
    assertThat(invalid.getAttribute("errors")).isEqualTo("1");
    assertThat(((Element) invalid.getElementsByTagName("error").item(0)).getAttribute("message"))
        .startsWith("Invalid: reference loop, scatter from round to round");
  }

  @Test
  void writesEveryFileAndCarriesTheRawRun() throws IOException {
    GateFile.write(folder.resolve(GateReport.RAW), RUN);

    GateReport.write(folder, RUN, Judge.of(RUN));

    assertThat(folder)
        .isDirectoryContaining("glob:**/gate.md")
        .isDirectoryContaining("glob:**/gate-junit.xml");
    var page = Files.readString(folder.resolve(GateReport.PAGE));
    assertThat(page)
        .contains("data-file=\"gate.json\"")
        .contains("Regressed: wall time of Decoder.slow")
        .doesNotContain("pictures in the folder charts");
    assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".new"));
  }

  @Test
  void chartHoldsPairsAndIntervalsAgainstTheMargin() {
    var charts = new GateCharts(RUN, Judge.of(RUN)).charts();

    assertThat(charts)
        .extracting(chart -> chart.texts().title())
        .containsExactly(
            "Candidate ÷ baseline, margin 3.0 %", "Candidate ÷ baseline, margin 15.0 %");
    var panels =
        charts.getFirst().views().getFirst().panels().stream()
            .map(Chart.PointPanel.class::cast)
            .toList();
    assertThat(panels)
        .extracting(Chart.PointPanel::title)
        .containsExactlyInAnyOrder("wall time", "CPU time", "cost.alloc, margin 2.0 %");
    var wall = panels.stream().filter(p -> p.title().equals("wall time")).findFirst();
    var slow = wall.orElseThrow().rows().getFirst();
    assertThat(wall.orElseThrow().reference()).isEqualTo(new Chart.Reference(1, 0.03));
    assertThat(slow.label()).isEqualTo("Decoder.slow");
    assertThat(slow.dots()).hasSize(6);
    assertThat(slow.hollow()).isFalse();
    assertThat(slow.text()).isEqualTo("+10.0 % regressed");
  }

  private static String verdict(String line) {
    return line.strip().split(" ", 2)[0];
  }

  private static String headline(GateRun run) {
    return GateReport.headline(run, Judge.of(run));
  }

  private static Document junit(GateRun run) throws Exception {
    var xml = GateJunit.of(run, Judge.of(run));
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static GateRun only(String name, double ratio, boolean complete) {
    return Gates.run(
        Gates.settings(24),
        List.of(row(name)),
        pairs(0, ratio, 0.01, false),
        List.of(),
        List.of(),
        List.of(),
        complete);
  }

  /// One row of each kind.
  ///
  /// @param walk how much slower the reference loop becomes from the first round to the last
  private static GateRun run(boolean complete, List<RowFailure> failures, double walk) {
    var settings =
        Gates.withJmhOptions(
            Gates.withCounters(
                Gates.withMargins(
                    Gates.settings(24), 0.03, new MarginRule("locked", 0.15, "waits for a lock")),
                CounterRule.ALLOCATED),
            "-t",
            "2");
    var rows = List.of(row("noisy"), row("slow"), row("steady"), row("fast"), row("locked"));
    var pairs = new ArrayList<Pair>();
    pairs.addAll(pairs(0, 1.06, 0.22, true));
    pairs.addAll(pairs(1, 1.10, 0.003, true));
    pairs.addAll(pairs(2, 1.0, 0.01, true));
    pairs.addAll(pairs(3, 0.8, 0.02, true));
    pairs.addAll(pairs(4, 1.04, 0.03, true));
    var referenceLoop = new ArrayList<ReferenceLoopPair>();
    for (int i = 0; i < 24; i++) {
      double noise = 1 + 0.002 * (i % 2 == 0 ? 1 : -1);
      referenceLoop.add(
          new ReferenceLoopPair(
              i + 1,
              ForkOrder.AB,
              5e6 * (1 + walk * i / 24),
              5e6 * (1 + walk * i / 24) * noise,
              Gates.START,
              Gates.START,
              Interference.UNKNOWN,
              null));
    }
    return Gates.run(settings, rows, pairs, List.of(), referenceLoop, failures, complete)
        .withNotes(List.of("The stubs of the arms differ."));
  }

  private static GateRow row(String name) {
    return new GateRow("demo.Decoder." + name, new TreeMap<>(), Mode.AverageTime, "ms/op", null);
  }

  /// Pairs around `ratio`, alternating by `spread` times a share that differs from pair to pair.
  private static List<Pair> pairs(int row, double ratio, double spread, boolean costs) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < 24; i++) {
      double noise = spread * (0.5 + (i * 7 % 24) / 24.0) * (i % 2 == 0 ? 1 : -1);
      pairs.add(
          Gates.pair(
              row,
              i + 1,
              fork(100, 1, costs),
              fork(100 * ratio * Math.exp(noise), Math.exp(noise / 2), costs)));
    }
    return pairs;
  }

  private static GateFork fork(double wall, double cost, boolean costs) {
    return Gates.fork(
        "ms/op",
        wall,
        costs
            ? Map.of(
                GateFork.CPU, new IterationScores("ns/op", List.of(1e6 * cost)),
                GateFork.ALLOCATED, new IterationScores("B/op", List.of(4096.0)))
            : Map.of());
  }
}
