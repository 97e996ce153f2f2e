package fanout.measure;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import fanout.vocabulary.Metric;
import fanout.vocabulary.Operation;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Scenarios;
import fanout.vocabulary.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JmhJsonTest {
  private static final String TEXT =
      """
      [{"jmhVersion": "1.37", "benchmark": "a.B.c", "mode": "sample", "threads": 1, "forks": 1,
        "params": {"strategy": "ASYNC"},
        "primaryMetric": {"score": 2.0, "scoreError": "NaN", "scoreUnit": "us/op",
          "rawDataHistogram": [[ [[1000.0, 3], [5000.0, 1]], [[3000.0, 2]] ]]},
        "secondaryMetrics": {
          "cost.cpu": {"score": 5.0, "scoreUnit": "ns/op", "rawData": [[4000000.0, 1000000.0]]},
          "other": {"score": 5.0, "scoreUnit": "#", "rawData": [[4.0, 1.0]]}}}]
      """;
  private static final Scenario ASYNC =
      Scenarios.of("B.c", "ASYNC", null, null, 6, 1, null, null, null);

  @Test
  void keepsForksAndIterationsApart() throws ResultException {
    var run = JmhJson.parse("x.json", TEXT).getFirst();

    assertThat(run.params()).containsEntry("strategy", "ASYNC");
    assertThat(run.primary().values()).containsExactly(List.of(2000.0, 3000.0));
    assertThat(run.primary().histograms().getFirst().getFirst().count()).isEqualTo(4);
    assertThat(requireNonNull(run.secondary().get("cost.cpu")).values())
        .containsExactly(List.of(4000000.0, 1000000.0));
  }

  /// As some profilers tell of what they cannot know on a JVM.
  @Test
  void leavesOutWhatAProfilerDoesNotKnow() throws ResultException {
    for (var unknown : List.of("\"NaN\"", "\"+INF\"", "null", "1e999")) {
      var run = JmhJson.parse("x.json", TEXT.replace("[4.0, 1.0]", "[4.0, " + unknown + "]"));

      assertThat(run.getFirst().secondary()).as(unknown).containsOnlyKeys("cost.cpu");
    }
  }

  @Test
  void olderJmhDoesNotTellItsVersion() throws ResultException {
    var run = JmhJson.parse("x.json", TEXT.replace("\"jmhVersion\": \"1.37\", ", "")).getFirst();

    assertThat(run.jmhVersion()).isEqualTo("unknown");
    assertThat(JmhJson.parse("x.json", TEXT).getFirst().jmhVersion()).isEqualTo("1.37");
  }

  @Test
  void forkIsReadInTheOperationsUnit() throws ResultException {
    var run = JmhJson.parse("x.json", TEXT).getFirst();
    var fork = new JmhForkReader(ASYNC, Operation.BATCH, 4).read(run, List.of(4L, 2L));

    assertThat(fork.samples())
        .containsExactly(
            new IterationSample(ASYNC, 4, 1, Metric.TIME_MEAN, 2, Unit.MS_PER_BATCH, 4),
            new IterationSample(ASYNC, 4, 2, Metric.TIME_MEAN, 3, Unit.MS_PER_BATCH, 2),
            new IterationSample(ASYNC, 4, 1, Metric.CPU_TIME, 4, Unit.MS_PER_BATCH, 4),
            new IterationSample(ASYNC, 4, 2, Metric.CPU_TIME, 1, Unit.MS_PER_BATCH, 2));
    assertThat(requireNonNull(fork.times()).mean()).isCloseTo(14.0 / 6, within(1e-12));
  }

  @Test
  void failsOnAnUnknownUnit() throws ResultException {
    var run = JmhJson.parse("x.json", TEXT.replace("us/op", "ops/s")).getFirst();

    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> new JmhForkReader(ASYNC, Operation.BATCH, 1).read(run, List.of(4L, 2L)))
        .withMessageContaining("times in ops/s");
  }

  @Test
  void failsWhereIterationsAndTheirCountsDiffer() throws ResultException {
    var run = JmhJson.parse("x.json", TEXT).getFirst();

    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> new JmhForkReader(ASYNC, Operation.BATCH, 1).read(run, List.of(4L)))
        .withMessageContaining("2 iterations, but counts of 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"threads\": 1|\"threads\": 0|threads is missing or no positive number",
        "us/op\"|us/op|no JSON",
        "\"scoreUnit\"|\"unit\"|scoreUnit is missing",
        "[1000.0, 3]|[1000.0, 0]|in place of [time, count]",
        "[1000.0, 3]|[\"NaN\", 3]|primaryMetric has \"NaN\" in place of a number",
        "\"rawDataHistogram\": [[ [[1000.0, 3], [5000.0, 1]], [[3000.0, 2]] ]]|\"rawData\": [[\"NaN\"]]|primaryMetric has \"NaN\" in place of a number",
        "\"jmhVersion\": \"1.37\"|\"jmhVersion\": 1.37|jmhVersion is missing or no text",
        "[4000000.0, 1000000.0]|7|not listed by fork",
        "[[4000000.0, 1000000.0]]|7|cost.cpu has no raw data",
      })
  void namesWhatIsBroken(String whole, String broken, String message) {
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> JmhJson.parse("x.json", TEXT.replace(whole, broken)))
        .withMessageStartingWith("x.json: ")
        .withMessageContaining(message);
  }

  @Test
  void failsOnWhatIsNoList() {
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> JmhJson.parse("x.json", "{}"));
    assertThatExceptionOfType(ResultException.class).isThrownBy(() -> JmhJson.parse("x.json", ""));
  }
}
