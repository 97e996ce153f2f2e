package fanout.suite.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.measure.IterationSample;
import fanout.measure.ResultException;
import fanout.stats.Estimate;
import fanout.stats.Estimate.Interval;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Scenarios;
import fanout.vocabulary.Strategy;
import fanout.vocabulary.StrategyName;
import fanout.vocabulary.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTablesTest {
  private static final Scenario ASYNC =
      Scenarios.of("SixEndpointsBenchmark.fetchAll", "ASYNC", "NONE", "SIX", 6, 1, 200, 2, 3);
  private static final Scenario FLOOR =
      Scenarios.of("FloorBenchmark.one", null, "NONE", "SIX", 6, 1, null, null, null);
  private static final Measurement FULL =
      new Measurement(
          ASYNC,
          Metric.TIME_P99_9,
          new Estimate(4.25, new Interval(4.0, 4.5), 5),
          Unit.MS_PER_BATCH,
          1234,
          new Estimate(0.25, new Interval(0.2, 0.3), 5),
          new Estimate(0.75, new Interval(0.7, 0.8), 5));
  private static final Measurement SPARSE =
      new Measurement(
          FLOOR,
          Metric.THROUGHPUT,
          new Estimate(1234567.5, null, 1),
          Unit.BATCHES_PER_SECOND,
          9,
          null,
          null);

  @TempDir Path folder;

  @Test
  void writesOneTidyLinePerMetric() {
    assertThat(RunTables.RESULTS.format(List.of(FULL, SPARSE)))
        .isEqualTo(
            """
            benchmark,strategy,delay,bodies,endpoints,callers,threads,processes,in_flight,metric,score,ci_low,ci_high,unit,forks,samples,ratio,ratio_low,ratio_high,floor_ratio,floor_ratio_low,floor_ratio_high
            SixEndpointsBenchmark.fetchAll,ASYNC,NONE,SIX,6,1,200,2,3,time_p99_9,4.25,4,4.5,ms/batch,5,1234,0.25,0.2,0.3,0.75,0.7,0.8
            FloorBenchmark.one,,NONE,SIX,6,1,,,,throughput,1234567.5,,,batches/s,1,9,,,,,,
            """);
  }

  @Test
  void readsARunOfBeforeFloorsWereMeasured() throws IOException {
    var text = RunTables.RESULTS.format(List.of(SPARSE));
    Files.writeString(
        folder.resolve("results.csv"),
        text.replace(",floor_ratio,floor_ratio_low,floor_ratio_high", "")
            .replace(",,,,,,\n", ",,,\n"));

    assertThat(RunTables.RESULTS.read(folder)).containsExactly(SPARSE);
  }

  @Test
  void writesAPointInEveryLocale() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(RunTables.RESULTS.format(List.of(SPARSE))).contains(",1234567.5,");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void writesSmallAndLargeNumbersWithoutExponent() {
    var entry = new TimelineEntry(Strategy.ASYNC, "users", 0, 0.0000123, 1.0 / 3, 1e10);

    assertThat(RunTables.TIMELINE.format(List.of(entry)))
        .endsWith("ASYNC,users,0,0.0000123,0.333333333,10000000000\n");
  }

  @Test
  void readsBackWhatWasWritten() throws IOException {
    var sample = new IterationSample(ASYNC, 2, 3, Metric.CPU_TIME, 1.5, Unit.MS_PER_BATCH, 17);
    var merged = new PercentilePoint(ASYNC, null, 99.9, 12.5, 3);
    var entry = new TimelineEntry(Strategy.ASYNC, "users", 0.5, 1, 2, 1003);
    RunTables.RESULTS.write(folder, List.of(FULL, SPARSE));
    RunTables.SAMPLES.write(folder, List.of(sample));
    RunTables.PERCENTILES.write(folder, List.of(merged));
    RunTables.TIMELINE.write(folder, List.of(entry));

    assertThat(RunTables.RESULTS.read(folder)).containsExactly(FULL, SPARSE);
    assertThat(RunTables.SAMPLES.read(folder)).containsExactly(sample);
    assertThat(RunTables.PERCENTILES.read(folder)).containsExactly(merged);
    assertThat(RunTables.TIMELINE.read(folder)).containsExactly(entry);
  }

  @Test
  void keepsHostileNamesWhole() throws IOException {
    var entry = new TimelineEntry(StrategyName.of("A\"B,C\nD"), "<script>", 0, 1, 2, 3);
    RunTables.TIMELINE.write(folder, List.of(entry));

    assertThat(RunTables.TIMELINE.read(folder)).containsExactly(entry);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "endpoint|endpoints|line 1: unknown column 'endpoints'",
        "endpoint,|endpoint,endpoint,|line 1: the column endpoint is there twice",
        "strategy,endpoint|strategy|line 1: the column endpoint is missing",
        "0.5|NaN|line 2: started_ms is no number: NaN",
        "0.5|1e999|line 2: started_ms is out of range: 1e999",
        "0.5|0,5|line 2: expected 6 cells, got 7",
        "users||line 2: endpoint is empty",
      })
  void namesFileAndLineOfWhatIsBroken(String whole, String broken, String message)
      throws IOException {
    RunTables.TIMELINE.write(
        folder, List.of(new TimelineEntry(Strategy.ASYNC, "users", 0.5, 1, 2, 1003)));
    replace("timeline.csv", whole, broken == null ? "" : broken);

    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunTables.TIMELINE.read(folder))
        .withMessageContaining("timeline.csv, " + message);
  }

  @ParameterizedTest
  @CsvSource({
    "time_p99_9,time_p98,unknown metric 'time_p98'",
    "'5,1234','-5,1234',forks is negative: -5",
    "'5,1234','x,1234',forks is no whole number: x",
    "'5,1234','9999999999,1234',forks is out of range",
  })
  void failsOnUnknownMetricAndWrongCounts(String whole, String broken, String message)
      throws IOException {
    RunTables.RESULTS.write(folder, List.of(SPARSE, FULL));
    replace("results.csv", whole, broken);

    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunTables.RESULTS.read(folder))
        .withMessageContaining("results.csv, line 3: " + message);
  }

  @Test
  void failsOnAFileThatIsCutOff() throws IOException {
    RunTables.RESULTS.write(folder, List.of(FULL));
    var file = folder.resolve("results.csv");
    var text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 4));

    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunTables.RESULTS.read(folder))
        .withMessageContaining("results.csv is cut off");
  }

  @Test
  void failsOnAFileThatIsNoText() throws IOException {
    Files.write(folder.resolve("results.csv"), new byte[] {(byte) 0xff, 0, 1, '\n'});

    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunTables.RESULTS.read(folder))
        .withMessageContaining("results.csv cannot be read");
  }

  @Test
  void failsOnAQuoteThatIsNeverClosed() throws IOException {
    RunTables.TIMELINE.write(folder, List.of());
    Files.writeString(
        folder.resolve("timeline.csv"),
        RunTables.TIMELINE.format(List.of()) + "\"ASYNC,users,0,1,2,3\n");

    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunTables.TIMELINE.read(folder))
        .withMessageContaining("timeline.csv is no CSV file");
  }

  private void replace(String name, String whole, String broken) throws IOException {
    var file = folder.resolve(name);
    Files.writeString(file, Files.readString(file).replaceFirst(whole, broken));
  }
}
