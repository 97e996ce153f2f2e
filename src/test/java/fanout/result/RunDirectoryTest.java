package fanout.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final Scenario ASYNC =
      new Scenario("SixEndpointsBenchmark.fetchAll", "ASYNC", "NONE", "SIX", 6, 1, 200, 2, 3);

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
    assertThat(RunDirectory.read(results.resolve("latest")).environment().seed()).isEqualTo(7);
  }

  @Test
  void refusesARunThatDidNotFinish() throws IOException {
    var run = RunDirectory.create(results, START, "smoke");
    run.write(record(run.id()));

    assertBroken(run.path(), "did not finish");
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

  private static RunRecord record(String id) {
    return new RunRecord(
        new Environment(
            id,
            "smoke",
            START,
            START.plusSeconds(60),
            1,
            1,
            7,
            new Environment.Fingerprint(
                "cpu",
                2,
                1L << 34,
                "Linux 6",
                "JDK 25",
                List.of(),
                "1.37",
                List.of(),
                "own",
                "generated"),
            null,
            new Environment.MachineState(0.5, null, 0.0, 1.5),
            List.of("One round."),
            List.of(),
            List.of(List.of("a", "b"))),
        List.of(
            new Measurement(
                ASYNC, Metric.TIME_MEAN, 4.25, null, null, "ms/batch", 1, 10, null, null, null)),
        List.of(new IterationSample(ASYNC, 1, 1, Metric.TIME_MEAN, 4.25, "ms/batch", 10)),
        List.of(new PercentilePoint(ASYNC, 1, 50, 4, 5)),
        List.of(new TimelineEntry("ASYNC", "users", 0.5, 1, 2, 1003)));
  }
}
