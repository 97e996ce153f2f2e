package fanout.suite.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import fanout.chart.Chart.PointPanel;
import fanout.chart.Chart.PointRow;
import fanout.chart.Theme;
import fanout.measure.Hardware;
import fanout.measure.IterationSample;
import fanout.stats.Estimate;
import fanout.suite.report.Comparison.Word;
import fanout.suite.result.Fingerprint;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunDirectory;
import fanout.suite.result.RunPayloads;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Scenarios;
import fanout.vocabulary.Strategy;
import fanout.vocabulary.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final Scenario SCENARIO =
      Scenarios.of("B.b", "ASYNC", null, null, null, null, null, null, null);

  @Test
  void dividesTheLaterRunByTheEarlierOne() {
    var row = only(Comparison.of(run(10, 10.1, 9.9), run(20, 20.2, 19.8)));

    assertThat(Objects.requireNonNull(row.ratio()).ratio()).isCloseTo(2, within(1e-9));
    assertThat(row.word()).isEqualTo(Word.SLOWER);
  }

  @Test
  void callsTheOppositeLess() {
    var row = only(Comparison.of(run(20, 20.2, 19.8), run(10, 10.1, 9.9)));

    assertThat(row.word()).isEqualTo(Word.FASTER);
  }

  @Test
  void callsWhatMayBeChanceNoise() {
    var row = only(Comparison.of(run(10, 12, 9), run(11, 10, 12)));

    assertThat(row.word()).isEqualTo(Word.NOISE);
  }

  @Test
  void saysNothingOfOneFork() {
    var row = only(Comparison.of(run(10), run(20, 21)));

    assertThat(row.ratio()).isNull();
    assertThat(row.word()).isEqualTo(Word.UNKNOWN);
  }

  /// p is 0.03 for one row: noise among two equal ones, as 0.06 is.
  @Test
  void asksMoreOfARowAmongMany() {
    double[] a = {10, 10.5, 9.5, 10.2};
    double[] b = {11, 11.4, 10.4, 10.9};
    assertThat(only(Comparison.of(run(a), run(b))).word()).isEqualTo(Word.SLOWER);

    var many = Comparison.of(two(run(a)), two(run(b)));

    assertThat(many.rows()).extracting(Comparison.Row::word).containsOnly(Word.NOISE);
  }

  @Test
  void machinesWithOtherPoolsAreComparedWhereThereIsButOneSize() {
    var comparison = Comparison.of(run(six(2), 10, 10.1, 9.9, 10.2), run(six(4), 20, 20.2, 19.8));

    var row = only(comparison);
    assertThat(row.a().scenario().processes()).isEqualTo(2);
    assertThat(row.b().scenario().processes()).isEqualTo(4);
    assertThat(Objects.requireNonNull(row.ratio()).ratio()).isCloseTo(1.99, within(0.01));
    assertThat(row.word()).isEqualTo(Word.SLOWER);
    assertThat(bothRuns(comparison).rows())
        .extracting(PointRow::label, PointRow::place, point -> point.dots().size())
        .containsExactly(
            tuple("ASYNC A", 2 * placeOfAsync(), 4), tuple("ASYNC B", 2 * placeOfAsync() + 1, 3));
  }

  @Test
  void theSamePoolsAreComparedFirst() {
    var a = both(run(six(2), 10, 10.1, 9.9), run(six(4), 11, 11.1, 10.9));

    var row = only(Comparison.of(a, run(six(4), 11, 11.1, 10.9)));

    assertThat(row.a().scenario().processes()).isEqualTo(4);
    assertThat(row.word()).isEqualTo(Word.NOISE);
  }

  @Test
  void comparesNothingWhereItCannotBeToldWithWhat() {
    var a = both(run(six(2), 10, 10.1, 9.9), run(six(4), 11, 11.1, 10.9));

    assertThat(Comparison.of(a, run(six(8), 10, 10.1, 9.9)).rows()).isEmpty();
    assertThat(Comparison.of(run(six(8), 10, 10.1, 9.9), a).rows()).isEmpty();
  }

  @Test
  void saysWhereNoRowIsShared(@TempDir Path folder) throws IOException {
    var other = RunDirectory.create(folder, Instant.EPOCH, "smoke");
    other.write(run(10, 10.1, 9.9));

    var page = ComparisonReport.write(Runs.FOLDER, other.finish(), folder.resolve("both"));

    assertThat(Files.readString(page).lines())
        .anyMatch(line ->
            line.contains(
                "The two runs share no row: they measured different things, so nothing is compared."));
  }

  @Test
  void saysNoMoreThanSuspect() {
    assertThat(Word.SLOWER.text()).startsWith("suspect");
    assertThat(Word.FASTER.text()).startsWith("suspect");
  }

  @Test
  void namesEachFieldThatDiffers() {
    var a =
        new Fingerprint(
            new Hardware("X", 2, 1, "Linux"),
            "25",
            List.of(),
            "1.37",
            List.of(),
            "own",
            new RunPayloads("generated 01"));
    var b =
        new Fingerprint(
            new Hardware("X", 4, 1, "Linux"),
            "25",
            List.of("-Xmx1g"),
            "1.37",
            List.of(),
            "own",
            new RunPayloads("user 02"));

    assertThat(FingerprintDifferences.of(a, a)).isEmpty();
    assertThat(FingerprintDifferences.of(a, b))
        .containsExactly(
            "The runs differ in cores: A has 2, B has 4.",
            "The runs differ in jvm flags: A has [], B has [-Xmx1g].",
            "The runs differ in payloads: A has generated 01, B has user 02.");
  }

  private static Comparison.Row only(Comparison comparison) {
    assertThat(comparison.rows()).hasSize(1);
    return comparison.rows().getFirst();
  }

  private static PointPanel bothRuns(Comparison comparison) {
    var chart = ComparisonCharts.of(Theme.FANOUT, comparison).getLast();
    return (PointPanel) chart.views().getFirst().panels().getFirst();
  }

  private static int placeOfAsync() {
    return Theme.FANOUT.place("ASYNC");
  }

  private static Scenario six(int processes) {
    return Scenarios.of(
        "SixEndpointsBenchmark.fetchAll", "ASYNC", "NONE", "SIX", 6, 1, 200, processes, 3);
  }

  private static RunRecord run(double... forks) {
    return run(SCENARIO, forks);
  }

  private static RunRecord run(Scenario scenario, double... forks) {
    var samples = new ArrayList<IterationSample>();
    for (int i = 0; i < forks.length; i++) {
      samples.add(
          new IterationSample(
              scenario, i + 1, 1, Metric.TIME_MEAN, forks[i], Unit.MS_PER_BATCH, 10));
    }
    return new RunRecord(
        Runs.ordinary().environment(), List.of(row(scenario)), samples, List.of(), List.of());
  }

  private static RunRecord both(RunRecord one, RunRecord other) {
    return new RunRecord(
        one.environment(),
        Stream.of(one, other).flatMap(run -> run.measurements().stream()).toList(),
        Stream.of(one, other).flatMap(run -> run.samples().stream()).toList(),
        List.of(),
        List.of());
  }

  /// The same twice, under two names.
  private static RunRecord two(RunRecord run) {
    var measurements = new ArrayList<>(run.measurements());
    measurements.add(row(SCENARIO.withStrategy(Strategy.STRUCTURED)));
    var samples = new ArrayList<>(run.samples());
    for (var s : run.samples()) {
      samples.add(
          new IterationSample(
              SCENARIO.withStrategy(Strategy.STRUCTURED),
              s.round(),
              s.iteration(),
              s.metric(),
              s.score(),
              s.unit(),
              s.samples()));
    }
    return new RunRecord(run.environment(), measurements, samples, List.of(), List.of());
  }

  private static Measurement row(Scenario scenario) {
    return new Measurement(
        scenario, Metric.TIME_MEAN, new Estimate(1, null, 3), Unit.MS_PER_BATCH, 30, null, null);
  }
}
