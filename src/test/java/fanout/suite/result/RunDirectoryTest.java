package fanout.suite.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.measure.Hardware;
import fanout.measure.IterationSample;
import fanout.measure.ResultException;
import fanout.stats.Estimate;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Scenarios;
import fanout.vocabulary.Strategy;
import fanout.vocabulary.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunDirectoryTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final Scenario ASYNC =
      Scenarios.of("SixEndpointsBenchmark.fetchAll", "ASYNC", "NONE", "SIX", 6, 1, 200, 2, 3);

  @TempDir Path results;

  @Test
  void isMarkedAsFailedUntilItIsFinished() throws IOException {
    var run = RunDirectory.create(results, START, "smoke");

    assertThat(run.path()).isDirectory().endsWith(Path.of("runs/20260102T030405Z-smoke.FAIL"));
    assertThat(results.resolve("latest")).doesNotExist();
  }

  @Test
  void becomesLatestWhenItIsFinished() throws IOException {
    finishedRun();
    var second = finishedRun();

    assertThat(second).isDirectory().endsWith(Path.of("runs/20260102T030405Z-smoke-2"));
    assertThat(results.resolve("latest").toRealPath()).isEqualTo(second.toRealPath());
    try (var files = Files.list(results)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("latest", "runs");
    }
  }

  @Test
  void keepsACopiedLatestAmongTheRuns() throws IOException {
    Files.createDirectories(results.resolve("latest"));
    Files.writeString(results.resolve("latest/note"), "mine");

    var run = finishedRun();

    assertThat(results.resolve("latest").toRealPath()).isEqualTo(run.toRealPath());
    assertThat(results.resolve("runs/latest-before-20260102T030405Z-smoke/note"))
        .hasContent("mine");
  }

  @Test
  void readsBackWhatWasWritten() throws IOException {
    assertThat(RunDirectory.read(finishedRun())).isEqualTo(record("20260102T030405Z-smoke"));
    assertThat(RunDirectory.read(results.resolve("latest")).environment().rounds().seed())
        .isEqualTo(7);
  }

  @Test
  void readsWhatARunHasFoundThatDidNotFinish() throws IOException {
    var run = RunDirectory.create(results, START, "smoke");
    assertBroken(run.path(), "ended before its first round was finished");

    run.write(record(run.id()));
    assertThat(RunDirectory.read(run.path())).isEqualTo(record(run.id()));
  }

  @Test
  void refusesAFolderThatIsMissingOrHalfThere() throws IOException {
    assertBroken(results.resolve("nowhere"), "no such folder");

    var run = finishedRun();
    Files.delete(run.resolve("percentiles.csv"));
    assertBroken(run, "percentiles.csv cannot be read");
  }

  @Test
  void refusesResultsWithoutSamples() throws IOException {
    var run = finishedRun();
    RunTables.SAMPLES.write(run, List.of());

    assertBroken(run, "half there");
  }

  @Test
  void refusesAnEnvironmentThatIsBroken() throws IOException {
    var run = finishedRun();
    var file = run.resolve("environment.json");
    var text = Files.readString(file);

    Files.writeString(file, text.substring(0, text.length() / 2));
    assertBroken(run, "environment.json is broken");
    Files.writeString(file, text.replace("\"seed\"", "\"sead\""));
    assertBroken(run, "environment.json is broken");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"runId\" : \"20260102T030405Z-smoke\"|\"runId\" : null",
        "\"startedAt\" : \"2026-01-02T03:04:05Z\"|\"startedAt\" : null",
        "\"cpu\" : \"cpu\"|\"cpu\" : null",
        "\"cores\" : 2|\"cores\" : null",
        "\"jvmFlags\" : [ ]|\"jvmFlags\" : null",
        "\"notQuotable\" : [ \"One round.\" ]|\"notQuotable\" : null",
        "\"notQuotable\" : [ \"One round.\" ]|\"notQuotable\" : [ null ]",
        "\"order\" : [ [ \"a\", \"b\" ] ]|\"order\" : [ null ]",
        "\"order\" : [ [ \"a\", \"b\" ] ]|\"order\" : [ [ null ] ]",
      })
  void refusesAnEnvironmentThatHoldsNull(String whole, String broken) throws IOException {
    var run = finishedRun();
    var file = run.resolve("environment.json");
    var text = Files.readString(file);
    assertThat(text).contains(whole);

    Files.writeString(file, text.replace(whole, broken));

    assertBroken(run, "environment.json is broken: ");
  }

  @Test
  void refusesAnEnvironmentThatIsNullOrHasNoFingerprint() throws IOException {
    var run = finishedRun();
    var file = run.resolve("environment.json");
    var text = Files.readString(file);

    Files.writeString(file, "null");
    assertBroken(run, "environment.json is broken: it holds null");
    Files.writeString(
        file, text.replaceFirst("\"fingerprint\" : \\{[^}]*}", "\"fingerprint\" : null"));
    assertBroken(run, "environment.json is broken: fingerprint is null");
    Files.writeString(
        file, text.replaceFirst("\"machineState\" : \\{[^}]*}", "\"machineState\" : null"));
    assertBroken(run, "environment.json is broken: machineState is null");
  }

  @Test
  void refusesPercentilesThatEndBeforeTheMaximumOfAllRounds() throws IOException {
    var run = finishedRun(withPercentiles(record("id")));
    var file = run.resolve("percentiles.csv");
    assertThat(RunDirectory.read(run).percentiles()).hasSize(2);

    Files.writeString(file, withoutLastLine(file));

    assertBroken(run, "is half there: percentiles.csv does not reach 100 % of all rounds for ");
  }

  @Test
  void refusesATimelineThatLacksAFetchOfTheArticle() throws IOException {
    var run = finishedRun(withArticle(record("id")));
    var file = run.resolve("timeline.csv");
    assertThat(RunDirectory.read(run).timeline()).hasSize(2);

    Files.writeString(file, withoutLastLine(file));

    assertBroken(run, "is half there: timeline.csv has 1 of the 2 fetches of ASYNC");
  }

  @Test
  void givesBackWhatAReaderOfTheFinishedFolderHas() throws IOException {
    var directory = RunDirectory.create(results, START, "smoke");
    var whole = record(directory.id());
    directory.write(
        new RunRecord(
            whole.environment(),
            List.of(row(ASYNC, Metric.TIME_MEAN, 1.0 / 3)),
            whole.samples(),
            whole.percentiles(),
            whole.timeline()));

    var written = directory.written();

    assertThat(written.measurements().getFirst().score()).isEqualTo(0.333333333);
    assertThat(RunDirectory.read(directory.finish())).isEqualTo(written);
  }

  private static String withoutLastLine(Path file) throws IOException {
    return Files.readString(file).replaceFirst("[^\n]*\n$", "");
  }

  private static void assertBroken(Path folder, String what) {
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunDirectory.read(folder))
        .withMessageContaining(what)
        .withMessageNotContaining("\n");
  }

  private Path finishedRun() throws IOException {
    var run = RunDirectory.create(results, START, "smoke");
    run.write(record(run.id()));
    return run.finish();
  }

  private Path finishedRun(RunRecord written) throws IOException {
    var run = RunDirectory.create(results, START, "smoke");
    run.write(written);
    return run.finish();
  }

  private static RunRecord withPercentiles(RunRecord run) {
    return new RunRecord(
        run.environment(),
        List.of(row(ASYNC, Metric.TIME_MEAN, 4.25), row(ASYNC, Metric.TIME_P50, 4)),
        run.samples(),
        List.of(
            new PercentilePoint(ASYNC, 1, 100, 5, 0), new PercentilePoint(ASYNC, null, 100, 5, 0)),
        run.timeline());
  }

  /// Of two endpoints.
  private static RunRecord withArticle(RunRecord run) {
    var article = Scenarios.of("ArticleBenchmark.fetchAll", "ASYNC", null, "SIX", 2, 1, 200, 2, 3);
    return new RunRecord(
        run.environment(),
        List.of(row(article, Metric.TIME_MEAN, 1003)),
        List.of(new IterationSample(article, 1, 1, Metric.TIME_MEAN, 1003, Unit.MS_PER_BATCH, 1)),
        List.of(),
        List.of(
            new TimelineEntry(Strategy.ASYNC, "posts", 0.5, 1, 2, 1003),
            new TimelineEntry(Strategy.ASYNC, "users", 0.5, 1, 2, 1003)));
  }

  private static Measurement row(Scenario scenario, Metric metric, double score) {
    return new Measurement(
        scenario, metric, new Estimate(score, null, 1), Unit.MS_PER_BATCH, 10, null, null);
  }

  private static RunRecord record(String id) {
    return new RunRecord(
        new Environment(
            new Environment.RunStamp(id, "smoke", START, START.plusSeconds(60)),
            new Environment.RoundCounts(1, 1, 7),
            new Fingerprint(
                new Hardware("cpu", 2, 1L << 34, "Linux 6"),
                "JDK 25",
                List.of(),
                "1.37",
                List.of(),
                "own",
                new RunPayloads("generated")),
            null,
            new MachineState(0.5, null, 0.0, 1.5),
            List.of("One round."),
            List.of(),
            List.of(List.of("a", "b")),
            null),
        List.of(row(ASYNC, Metric.TIME_MEAN, 4.25)),
        List.of(new IterationSample(ASYNC, 1, 1, Metric.TIME_MEAN, 4.25, Unit.MS_PER_BATCH, 10)),
        List.of(new PercentilePoint(ASYNC, 1, 50, 4, 5)),
        List.of(new TimelineEntry(Strategy.ASYNC, "users", 0.5, 1, 2, 1003)));
  }
}
