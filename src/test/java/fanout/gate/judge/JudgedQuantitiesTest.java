package fanout.gate.judge;

import static fanout.gate.judge.CounterRuns.constant;
import static fanout.gate.judge.CounterRuns.judge;
import static fanout.gate.judge.CounterRuns.labels;
import static fanout.gate.judge.CounterRuns.pairs;
import static fanout.gate.judge.CounterRuns.ratios;
import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.result.CounterRule;
import fanout.gate.result.GateFork;
import fanout.gate.result.IterationScores;
import fanout.gate.result.QuantityChoice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is judged of a row beside its wall time, and what is only told.
class JudgedQuantitiesTest {
  @Test
  void judgesCpuTimeBesideWallTime() {
    var row = judge(GateFork.CPU, "ns/op", constant(100), ratios(1.10), CounterRule.ALLOCATED);

    assertThat(labels(row)).containsExactly("wall undecided", "CPU regressed");
    assertThat(row.verdict()).isEqualTo(new Verdict.Regressed());
    assertThat(row.notes())
        .containsExactly(
            "The counter cost.alloc is not judged: it is not in every fork, or the arms count it in different units.");
  }

  @Test
  void leavesOutCpuTimeThatAForkDoesNotTell() {
    var cpu = constant(100);
    cpu[3] = 0;

    var row = judge(GateFork.CPU, "ns/op", cpu, constant(100));

    assertThat(labels(row)).containsExactly("wall same");
    assertThat(row.notes())
        .containsExactly("CPU time is not judged: it is not in every fork, or is 0 there.");
  }

  @Test
  void cpuTimeIsAllThatWasUsedForAllThatWasDone() {
    var cpu = new IterationScores("ns/op", List.of(10.0, 40.0));
    var fork =
        Gates.fork(
            "ms/op",
            1,
            Map.of(
                GateFork.CPU,
                cpu,
                GateFork.OPERATIONS,
                new IterationScores("ops", List.of(3.0, 1.0))));

    assertThat(fork.perOperation(cpu)).isEqualTo(17.5);
    assertThat(Gates.fork("ms/op", 1, Map.of(GateFork.CPU, cpu)).perOperation(cpu)).isEqualTo(25);
  }

  @Test
  void compilersAndCollectorsAreToldAndNotJudged() {
    var baseline = cpuFork(10, 1);
    var candidate = cpuFork(40, 0);
    var pairs =
        IntStream.rangeClosed(1, 24).mapToObj(i -> Gates.pair(0, i, baseline, candidate)).toList();

    var row = judge(Gates.settings(24), pairs).rows().getFirst();

    assertThat(labels(row)).containsExactly("wall same", "CPU same");
    assertThat(row.notes())
        .containsExactly(
            "Beside the program's CPU time, which is judged, compilers used 10.0 % as much in the"
                + " baseline and 40.0 % in the candidate, garbage collectors 1.0 % and 0.0 %.");
  }

  private static GateFork cpuFork(double compiler, double collector) {
    return Gates.fork(
        "ms/op",
        1,
        Map.of(
            GateFork.CPU,
            new IterationScores("ns/op", List.of(100.0)),
            GateFork.CPU_COMPILER,
            new IterationScores("ns/op", List.of(compiler)),
            GateFork.CPU_COLLECTOR,
            new IterationScores("ns/op", List.of(collector))));
  }

  @Test
  void judgesNoMoreThanIsChosen() {
    var settings = Gates.withCounters(Gates.settings(24), CounterRule.ALLOCATED);
    var pairs = pairs(GateFork.CPU, "ns/op", constant(100), ratios(1.10));

    var row = judge(Gates.judging(settings, QuantityChoice.WALL), pairs).rows().getFirst();

    assertThat(labels(row)).containsExactly("wall same");
  }

  /// Whose pairs all are the same, and whose wall time nobody looks at.
  @Test
  void aRowWithoutTimesIsDecidedByItsBytes() {
    var settings =
        Gates.judging(
            Gates.withCounters(Gates.settings(24), CounterRule.ALLOCATED), QuantityChoice.ALLOC);
    var same = judge(settings, pairs(GateFork.ALLOCATED, "B/op", constant(100), ratios(1.0)));
    var noisy = IntStream.range(0, 24).mapToDouble(i -> Judged.alternating(i, 0.02, 0.2)).toArray();
    var unknown = judge(settings, pairs(GateFork.ALLOCATED, "B/op", constant(100), noisy));

    assertThat(labels(same.rows().getFirst())).containsExactly("cost.alloc same");
    assertThat(same.outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(unknown.rows().getFirst().verdict().word()).isEqualTo("undecided");
    assertThat(unknown.outcome()).isEqualTo(GateOutcome.UNDECIDED);
  }

  /// One time in fifty is 1.4 times as long: the middle of a fork's times does not move.
  @Test
  void judgesTheTailOfSampledTimesWhereThatIsAskedFor() {
    var tails = pairs(GateFork.P99, "ms/op", constant(100), ratios(1.4));

    var usual = judge(Gates.settings(24), tails).rows().getFirst();
    var asked =
        judge(Gates.judging(Gates.settings(24), QuantityChoice.WALL, QuantityChoice.P99), tails)
            .rows()
            .getFirst();

    assertThat(labels(usual)).containsExactly("wall same");
    assertThat(labels(asked)).containsExactly("wall undecided", "p99 regressed");
    assertThat(asked.verdict()).isEqualTo(new Verdict.Regressed());
  }

  @Test
  void aTailInAnotherUnitIsComparedAllTheSame() {
    var tails = pairs(GateFork.P99, "ms/op", constant(100), "us/op", constant(100_000));

    var row = judge(Gates.judging(Gates.settings(24), QuantityChoice.P99), tails).rows().getFirst();

    assertThat(labels(row)).containsExactly("p99 same");
  }

  @Test
  void saysWhereThereIsNoTailToJudge() {
    var settings = Gates.judging(Gates.settings(24), QuantityChoice.WALL, QuantityChoice.P99);

    var row = judge(settings, Gates.pairs(0, constant(100), constant(100))).rows().getFirst();

    assertThat(labels(row)).containsExactly("wall same");
    assertThat(row.notes())
        .containsExactly(
            "The 99th percentile is not judged: not every fork sampled 100 times (-bm sample does).");
  }

  @Test
  void excludeLooksAtWallTimeAlone() {
    var cpu = IntStream.range(0, 24).mapToDouble(i -> Judged.alternating(i, 0, 1)).toArray();

    var judgement = judge(Gates.settings(24), pairs(GateFork.CPU, "ns/op", constant(100), cpu));

    assertThat(judgement.outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(Objects.requireNonNull(judgement.largestNotExcluded()).quantity())
        .isEqualTo(new Quantity.Wall());
  }
}
