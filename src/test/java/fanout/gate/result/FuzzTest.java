package fanout.gate.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fanout.gate.judge.GateOutcome;
import fanout.gate.judge.Gates;
import fanout.gate.judge.Judge;
import fanout.gate.judge.Judgement;
import fanout.gate.report.GateReport;
import fanout.gate.report.GateTexts;
import fanout.measure.JmhJson;
import fanout.measure.ResultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;

/// Broken files are refused with one sentence, and never pass: 12,000 seeded mutations of each
/// format.
class FuzzTest {
  private static final int MUTATIONS = 12_000;

  /// Of those that are judged, one in so many has its page made, which takes long.
  private static final int ONE_PAGE_IN = 200;

  /// What a hostile or careless hand puts in place of a value.
  private static final List<String> ODD =
      List.of(
          "null",
          "-1",
          "0",
          "1e999",
          "-1e308",
          "NaN",
          "9223372036854775808",
          "\"\"",
          "\"x\"",
          "[]",
          "{}",
          "[[]]",
          "true",
          "{\"version\":1}",
          "\"\\ud800\"",
          "\u0000",
          "[".repeat(5000));

  private static final Pattern NUMBER = Pattern.compile("[0-9.]+");

  /// As large and as small as numbers are, and other places.
  private static final List<String> ODD_NUMBERS =
      List.of("0", "1", "2", "24", "-0.0", "0.5", "1e-300", "5e-324", "1.7e308", "1e999");

  private static final String JMH =
      """
      [{"jmhVersion":"1.37","benchmark":"demo.Work.time","mode":"sample","threads":1,"forks":1,
        "jvmArgs":[],"warmupIterations":1,"measurementIterations":2,"params":{"size":"10"},
        "primaryMetric":{"score":1.5,"scoreError":"NaN","scoreUnit":"ms/op",
          "scorePercentiles":{"50.0":1.5},"rawDataHistogram":[[[[1.0,3],[2.0,1]],[[1.5,2]]]]},
        "secondaryMetrics":{"cost.cpu":{"score":9.0,"scoreUnit":"ns/op","rawData":[[9.0,9.5]]}}}]
      """;

  private interface Reader {
    void read(String text) throws IOException;
  }

  /// The file holds a run that passes: what is still read of it can be told, and where it still
  /// passes, no slowdown is left possible that is to be excluded.
  @Test
  void gateJson(@TempDir Path folder) {
    var outcomes = new ArrayList<GateOutcome>();
    int refused =
        mutate(
            compact(passing()),
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

    assertThat(refused).isGreaterThan(MUTATIONS / 3);
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
    int refused =
        mutate(
            JMH,
            text -> {
              for (var run : JmhJson.parse("jmh.json", text)) {
                assertThat(run.primary().values()).isNotNull();
              }
            });

    assertThat(refused).isGreaterThan(MUTATIONS / 3);
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

  /// @return how many were refused
  private static int mutate(String whole, Reader reader) {
    var random = new SplittableRandom(20260102);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      var text = whole;
      for (int times = random.nextInt(1, 4); times > 0; times--) {
        text = mutated(text, random);
      }
      refused += isRefused(text, reader) ? 1 : 0;
    }
    return refused;
  }

  private static boolean isRefused(String text, Reader reader) {
    try {
      reader.read(text);
      return false;
    } catch (ResultException e) {
      assertThat(e.getMessage()).hasLineCount(1).contains(".json").hasSizeLessThan(2000);
      return true;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return fail("not refused: " + text, e);
    }
  }

  private static String mutated(String text, SplittableRandom random) {
    if (text.length() < 2) {
      return "{";
    }
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + random.nextInt(1, 40));
    return switch (random.nextInt(7)) {
      case 0 -> text.substring(0, at) + (char) random.nextInt(128) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + text.substring(end);
      case 2 -> text.substring(0, end) + text.substring(at);
      case 3 -> text.substring(0, Math.max(1, at));
      case 4 -> text.substring(0, at) + odd(random) + text.substring(at);
      case 5 -> withOddNumber(text, at, random);
      default -> withOddValue(text, at, random);
    };
  }

  /// Exchanges a number for another, which leaves the shape as it is.
  private static String withOddNumber(String text, int from, SplittableRandom random) {
    var number = NUMBER.matcher(text);
    return number.find(from)
        ? text.substring(0, number.start())
            + ODD_NUMBERS.get(random.nextInt(ODD_NUMBERS.size()))
            + text.substring(number.end())
        : text;
  }

  /// Exchanges a whole value for another.
  private static String withOddValue(String text, int from, SplittableRandom random) {
    int colon = text.indexOf(':', from);
    if (colon < 0) {
      return text;
    }
    int end = colon + 1;
    while (end < text.length() && ",}]\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, colon + 1) + odd(random) + text.substring(end);
  }

  private static String odd(SplittableRandom random) {
    return ODD.get(random.nextInt(ODD.size()));
  }
}
