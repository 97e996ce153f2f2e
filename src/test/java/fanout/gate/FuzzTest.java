package fanout.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fanout.result.JmhJson;
import fanout.result.ResultException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Broken files are refused with one sentence, and never pass: 12,000 seeded mutations of each
/// format.
class FuzzTest {
  private static final int MUTATIONS = 12_000;

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

  private static final String JMH =
      """
      [{"jmhVersion":"1.37","benchmark":"demo.Work.time","mode":"sample","threads":1,"forks":1,
        "jvmArgs":[],"warmupIterations":1,"measurementIterations":2,"params":{"size":"10"},
        "primaryMetric":{"score":1.5,"scoreError":"NaN","scoreUnit":"ms/op",
          "scorePercentiles":{"50.0":1.5},"rawDataHistogram":[[[[1.0,3],[2.0,1]],[[1.5,2]]]]},
        "secondaryMetrics":{"cost.cpu":{"score":9.0,"scoreUnit":"ns/op","rawData":[[9.0,9.5]]}}}]
      """;

  private interface Reader {
    void read(String text) throws ResultException;
  }

  @Test
  void gateJson() {
    int refused =
        mutate(
            GateFile.text(Gates.one()),
            text -> {
              var outcome = Judge.of(GateFile.parse("gate.json", text)).outcome();
              // The file holds one pair, before any look: whatever it says, it shows nothing.
              assertThat(outcome).isNotIn(Outcome.PASSED, Outcome.REGRESSED);
            });

    assertThat(refused).isGreaterThan(MUTATIONS / 3);
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
    } catch (RuntimeException | StackOverflowError e) {
      return fail("not refused: " + text, e);
    }
  }

  private static String mutated(String text, SplittableRandom random) {
    if (text.length() < 2) {
      return "{";
    }
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + random.nextInt(1, 40));
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at) + (char) random.nextInt(128) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + text.substring(end);
      case 2 -> text.substring(0, end) + text.substring(at);
      case 3 -> text.substring(0, Math.max(1, at));
      case 4 -> text.substring(0, at) + odd(random) + text.substring(at);
      default -> withOddValue(text, at, random);
    };
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
