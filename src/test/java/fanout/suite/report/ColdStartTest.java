package fanout.suite.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fanout.chart.TextSection;
import fanout.chart.Theme;
import fanout.measure.IterationSample;
import fanout.stats.Estimate;
import fanout.suite.report.ColdStart.Row;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Program;
import fanout.vocabulary.PythonProgram;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Scenarios;
import fanout.vocabulary.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColdStartTest {
  private static final Theme THEME = Theme.FANOUT;

  private final List<Measurement> measurements = new ArrayList<>();
  private final List<IterationSample> samples = new ArrayList<>();

  @Test
  void ratioIsOfForksOfTheSameRoundAndOfMediansOverAllShots() {
    add(program("VIRTUAL_THREADS", 2, 3), new double[][] {{100, 300}, {800, 800}});
    add(program("PYTHON_THREAD_POOL", null, null), new double[][] {{100, 100}, {400, 400}});

    var python = requireNonNull(rows().getFirst().python());

    // Rounds: 200 ÷ 100 and 800 ÷ 400; shots: median 550 ÷ median 250.
    assertThat(python.counterpart()).isEqualTo(PythonProgram.PYTHON_THREAD_POOL);
    assertThat(python.ratio().value()).isCloseTo(2, within(1e-12));
    assertThat(requireNonNull(python.ratio().interval()).high()).isCloseTo(2, within(1e-9));
    assertThat(python.ofMedians()).isEqualTo(2.2);
  }

  @Test
  void bothSizesOfAPoolOfProcessesAreComparedWithPythonsPool() {
    add(program("MULTI_PROCESS", 2, 3), new double[][] {{300}});
    add(program("MULTI_PROCESS", 6, 1), new double[][] {{400}});
    add(program("PYTHON_PROCESS_POOL", 6, 1), new double[][] {{200}});

    assertThat(rows())
        .extracting(Row::label)
        .containsExactly(
            "MULTI_PROCESS, 2 processes, 3 in flight",
            "MULTI_PROCESS, 6 processes, 1 in flight",
            "PYTHON_PROCESS_POOL");
    assertThat(rows())
        .extracting(row -> row.python() == null ? 0 : row.python().ofMedians())
        .containsExactly(1.5, 2.0, 0.0);
    assertThat(requireNonNull(rows().getFirst().python()).ratio().interval()).isNull();
  }

  @Test
  void hasNoRatioWherePythonWasNotMeasuredOrHasNoShots() {
    add(program("SEQUENTIAL", 2, 3), new double[][] {{300}});
    add(program("ASYNC", 2, 3), new double[][] {{300}});
    add(program("PYTHON_ASYNCIO", null, null), new double[][] {});

    assertThat(rows()).extracting(Row::python).containsExactly(null, null, null);
    assertThat(SummaryColdStart.of(run())).isEmpty();
  }

  @Test
  void everyProgramInJavaHasACounterpartInPython() {
    for (var program : Program.all()) {
      add(program(program.text(), null, null), new double[][] {{1}, {1}});
    }

    assertThat(rows())
        .filteredOn(row -> row.python() == null)
        .extracting(Row::label)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(PythonProgram.values()).map(PythonProgram::text).toList());
  }

  @Test
  void theSummaryComparesAllProgramsInOneTable() {
    add(program("MULTI_PROCESS", 2, 3), new double[][] {{300}, {300}});
    add(program("MULTI_PROCESS", 6, 1), new double[][] {{400}, {400}});
    add(program("PYTHON_PROCESS_POOL", 6, 1), new double[][] {{200}, {200}});

    var sections = new SummarySections(run()).all();
    var beside = SummaryColdStart.of(run()).getFirst();

    assertThat(sections)
        .extracting(TextSection::title)
        .containsExactly(
            "ColdStartBenchmark.noPause, SIX, 6 endpoints, 1 caller",
            "ColdStartBenchmark.noPause beside Python");
    assertThat(sections.getFirst().sentences().getFirst())
        .isEqualTo(
            "PYTHON_PROCESS_POOL is the fastest: every other program is slower beyond noise.");
    assertThat(sections.getFirst().header().getFirst()).isEqualTo("program");
    assertThat(beside.rows())
        .containsExactly(
            List.of(
                "MULTI_PROCESS, 2 processes, 3 in flight",
                "300.0",
                "PYTHON_PROCESS_POOL",
                "1.500",
                "1.500 to 1.500",
                "1.500"),
            List.of(
                "MULTI_PROCESS, 6 processes, 1 in flight",
                "400.0",
                "PYTHON_PROCESS_POOL",
                "2.000",
                "2.000 to 2.000",
                "2.000"));
  }

  private List<Row> rows() {
    return ColdStart.of(THEME, run()).getFirst().rows();
  }

  private RunRecord run() {
    return new RunRecord(
        Runs.ordinary().environment(), measurements, samples, List.of(), List.of());
  }

  /// @param shots by round
  private void add(Scenario scenario, double[][] shots) {
    for (int round = 0; round < shots.length; round++) {
      for (int shot = 0; shot < shots[round].length; shot++) {
        samples.add(
            new IterationSample(
                scenario,
                round + 1,
                shot + 1,
                Metric.TIME_MEAN,
                shots[round][shot],
                Unit.MS_PER_BATCH,
                1));
      }
    }
    double mean = Arrays.stream(shots).flatMapToDouble(Arrays::stream).average().orElse(1);
    measurements.add(
        new Measurement(
            scenario,
            Metric.TIME_MEAN,
            new Estimate(mean, null, shots.length),
            Unit.MS_PER_BATCH,
            1,
            null,
            null));
  }

  private static Scenario program(
      String name, @Nullable Integer processes, @Nullable Integer inFlight) {
    return Scenarios.of(
        "ColdStartBenchmark.noPause", name, null, "SIX", 6, 1, null, processes, inFlight);
  }
}
