package fanout.gate.result;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.judge.GateOutcome;
import fanout.gate.judge.Gates;
import fanout.gate.judge.Judge;
import fanout.gate.judge.Judgement;
import fanout.gate.report.GateReport;
import fanout.gate.report.GateTexts;
import fanout.measure.JmhJson;
import fanout.measure.ResultException;
import fanout.reliability.Mutations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;

/// Broken files are refused with one sentence, and never pass.
class FuzzTest {
  /// Of those that are judged, one in so many has its page made, which takes long.
  private static final int ONE_PAGE_IN = 200;

  private static final String JMH =
      """
      [{"jmhVersion":"1.37","benchmark":"demo.Work.time","mode":"sample","threads":1,"forks":1,
        "jvmArgs":[],"warmupIterations":1,"measurementIterations":2,"params":{"size":"10"},
        "primaryMetric":{"score":1.5,"scoreError":"NaN","scoreUnit":"ms/op",
          "scorePercentiles":{"50.0":1.5},"rawDataHistogram":[[[[1.0,3],[2.0,1]],[[1.5,2]]]]},
        "secondaryMetrics":{"cost.cpu":{"score":9.0,"scoreUnit":"ns/op","rawData":[[9.0,9.5]]}}}]
      """;

  /// The file holds a run that passes: what is still read of it can be told, and where it still
  /// passes, no slowdown is left possible that is to be excluded.
  @Test
  void gateJson(@TempDir Path folder) {
    var outcomes = new ArrayList<GateOutcome>();
    double refused =
        Mutations.refused(
            "gate.json",
            compact(passing()),
            ResultException.class,
            text -> {
              var run = GateFile.parse("gate.json", text);
              var judgement = Judge.of(run);
              outcomes.add(judgement.outcome());
              assertThat(passesWrongly(run, judgement)).as(text).isFalse();
              assertThat(GateTexts.of(run, judgement)).doesNotContain("");
              if (outcomes.size() % ONE_PAGE_IN == 0) {
                GateReport.write(folder, run, judgement);
              }
            });

    assertThat(refused).isGreaterThan(0.3);
    assertThat(outcomes).contains(GateOutcome.PASSED, GateOutcome.UNDECIDED);
  }

  private static boolean passesWrongly(GateRun run, Judgement judgement) {
    var largest = judgement.largestNotExcluded();
    boolean excluded = largest != null && largest.slowdown() <= run.settings().exclude();
    return judgement.outcome() == GateOutcome.PASSED && !excluded;
  }

  @Test
  void theRunThatIsMutatedPasses() {
    assertThat(Judge.of(passing()).outcome()).isEqualTo(GateOutcome.PASSED);
  }

  /// With one of everything, and as short as that can be: a mutation must hit what matters.
  private static GateRun passing() {
    var pairs = new ArrayList<Pair>();
    for (int round = 1; round <= 6; round++) {
      double change = round % 2 == 0 ? 0.01 : -0.01;
      pairs.add(Gates.pair(0, round, fork(100), fork(100 + round * change)));
    }
    var start = Gates.START;
    return Gates.run(
        settings(),
        List.of(Gates.row("time", Mode.AverageTime, "ms/op")),
        pairs,
        List.of(new ControlFork(0, 1, ForkOrder.AB, fork(100), start, start, Gates.QUIET, null)),
        List.of(new ReferenceLoopPair(1, ForkOrder.AB, 5, 5, start, start, Gates.QUIET, null)),
        List.of(),
        true);
  }

  private static GateSettings settings() {
    var margin = new MarginRule("W.*time", MarginSettings.DEFAULT, "a lock");
    return Gates.withCounters(
        Gates.withMargins(Gates.settings(6), MarginSettings.DEFAULT, margin),
        CounterRule.ALLOCATED);
  }

  private static GateFork fork(double score) {
    var secondary = Map.of(GateFork.CPU, new IterationScores("ns/op", List.of(score, score)));
    return new GateFork(
        new IterationScores("ms/op", List.of(score, score)),
        new TreeMap<>(secondary),
        Gates.START,
        Gates.START);
  }

  private static String compact(GateRun run) {
    return GateFile.text(run).replaceAll("\\s*\\R\\s*", "");
  }

  @Test
  void jmhJson() {
    double refused =
        Mutations.refused(
            "jmh.json",
            JMH,
            ResultException.class,
            text -> {
              for (var run : JmhJson.parse("jmh.json", text)) {
                assertThat(run.primary().values()).isNotNull();
              }
            });

    assertThat(refused).isGreaterThan(0.3);
  }

  @Test
  void everyTruncation() {
    var text = GateFile.text(Gates.one()).strip();
    for (int length = 0; length < text.length(); length++) {
      assertThat(isRefused(text.substring(0, length), t -> GateFile.parse("gate.json", t)))
          .as(text.substring(0, length))
          .isTrue();
    }
    for (int length = 0; length < JMH.strip().length(); length++) {
      assertThat(isRefused(JMH.substring(0, length), t -> JmhJson.parse("jmh.json", t)))
          .as(JMH.substring(0, length))
          .isTrue();
    }
  }

  private static boolean isRefused(String text, Mutations.Reader reader) {
    return Mutations.isRefused(text, ResultException.class, reader);
  }
}
