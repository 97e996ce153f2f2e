package fanout.gate.run;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.judge.Gates;
import fanout.gate.result.ArmName;
import fanout.gate.result.ControlFork;
import fanout.gate.result.ForkOrder;
import fanout.gate.result.GateFile;
import fanout.gate.result.GateFork;
import fanout.gate.result.GateRun;
import fanout.gate.result.IterationScores;
import fanout.gate.result.Pair;
import fanout.gate.result.ReferenceLoopPair;
import fanout.gate.result.RowFailure;
import fanout.gate.result.RowNote;
import fanout.gate.result.RunStatus;
import fanout.gate.result.StopReason;
import fanout.gate.run.ForkOutcome.ReferenceLoopMeasured;
import fanout.gate.run.ForkOutcome.RowFailed;
import fanout.gate.run.ScheduledFork.OfReferenceLoop;
import fanout.gate.run.ScheduledFork.OfRow;
import fanout.measure.ForkFailedException;
import fanout.measure.Interference;
import fanout.measure.StopSignal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;

/// The order of measuring, with forks that take no time.
class GateRoundsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Interference QUIET = new Interference(0.0, 0.0);
  private static final Interference BUSY = new Interference(0.0, 60.0);

  @TempDir Path folder;
  private final List<ScheduledFork> launched = new ArrayList<>();
  private final StopSignal stop = new StopSignal();
  private Function<ScheduledFork, Interference> machine = _ -> QUIET;
  private final List<String> printed = new ArrayList<>();
  private List<Double> scores = List.of(1.0);

  @Test
  void everyRoundHasAPairOfEachOpenRowTheReferenceLoopAndTwoControls() throws Exception {
    var run = run(beginning(4, 3600), untilPairs(6));

    assertThat(run.complete()).isTrue();
    assertThat(run.pairs()).hasSize(24).extracting(Pair::round).contains(1, 2, 3, 4, 5, 6);
    assertThat(run.controls()).hasSize(12);
    assertThat(run.controls().stream().map(ControlFork::row).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(GateSchedule.controlled(7, 4));
    assertThat(run.referenceLoop()).hasSize(6);
    for (int row = 0; row < 4; row++) {
      var orders = run.countedPairs(row).stream().map(Pair::order).toList();
      assertThat(orders).hasSize(6).filteredOn(ForkOrder.AB::equals).hasSize(3);
    }
    assertThat(run.controls())
        .extracting(ControlFork::order)
        .filteredOn(ForkOrder.AB::equals)
        .hasSize(6);
  }

  @Test
  void whatTheMachineSpoiledIsMeasuredAgainInItsRoundUpToACap() throws Exception {
    machine = scheduled -> rowOf(scheduled) == 1 ? BUSY : QUIET;
    var run = run(beginning(3, 3600), untilPairs(6));

    assertThat(run.countedPairs(1))
        .hasSize(6)
        .extracting(Pair::round)
        .containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(run.pairs())
        .filteredOn(pair -> !pair.counts())
        .hasSize(2)
        .allSatisfy(pair -> {
          assertThat(pair.row()).isEqualTo(1);
          assertThat(pair.round()).isEqualTo(1);
          assertThat(pair.discardReason()).contains("60.0 %");
        });
    assertThat(run.countedPairs(0)).hasSize(6);
  }

  @Test
  void aDecidedRowStopsAndAFailedOneToo() throws Exception {
    Function<GateRun, List<Integer>> judge =
        run ->
            run.referenceLoop().size() >= 4
                ? List.of()
                : run.referenceLoop().size() >= 2 ? List.of(1, 2) : List.of(0, 1, 2);
    var ledgerRun =
        run(
            beginning(3, 3600),
            judge,
            scheduled -> rowOf(scheduled) == 2 && scheduled.round() == 3);

    assertThat(ledgerRun.countedPairs(0)).hasSize(2);
    assertThat(ledgerRun.countedPairs(1)).hasSize(4);
    assertThat(ledgerRun.countedPairs(2)).hasSize(2);
    assertThat(ledgerRun.failures())
        .containsExactly(new RowFailure(2, ArmName.CANDIDATE, "crashed"));
  }

  @Test
  void aStoppedRunHasItsFullRoundsOnDiskAndIsResumed() throws Exception {
    var file = folder.resolve("gate.json");
    machine =
        scheduled -> {
          if (scheduled.round() == 3) {
            stop.stop();
          }
          return QUIET;
        };
    var stopped = run(beginning(2, 3600), untilPairs(6));

    assertThat(stopped.complete()).isFalse();
    assertThat(GateFile.read(file)).isEqualTo(stopped);
    assertThat(stopped.pairs()).extracting(Pair::round).containsOnly(1, 2);

    machine = _ -> QUIET;
    var resumed = new GateRoundsTest();
    resumed.folder = folder;
    var whole = resumed.run(GateFile.read(file), untilPairs(6));

    assertThat(whole.complete()).isTrue();
    assertThat(whole.countedPairs(0)).extracting(Pair::round).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(whole.pairs().subList(0, stopped.pairs().size())).isEqualTo(stopped.pairs());
  }

  @Test
  void theBudgetEndsARunThatIsSlowerThanItsPlan() throws Exception {
    var run = run(beginning(1, 12), untilPairs(6));

    // Rounds of 3 * 1 + 2.7 s; one that ends within 13.2 s may begin.
    assertThat(run.complete()).isFalse();
    assertThat(run.countedPairs(0)).hasSize(2);
    assertThat(run.remarks())
        .containsExactly("The budget was over after 2 of 6 rounds; --resume continues it.");
  }

  @Test
  void whyARunEndedIsForgottenWhenItIsResumed() throws Exception {
    var lasting = "Only the baseline has a.B.c: not judged.";
    var failed =
        StopReason.failed(new ForkFailedException("The reference loop cannot be run", null));
    var before = beginning(1, 12).withNotes(List.of(lasting));
    var first = run(before.withStatus(before.status().stopped(failed)), untilPairs(6));
    var second = run(first, untilPairs(6));
    var third = run(second, untilPairs(6));

    assertThat(first.remarks())
        .containsExactly(
            lasting, "The budget was over after 2 of 6 rounds; --resume continues it.");
    assertThat(second.remarks())
        .containsExactly(
            lasting, "The budget was over after 4 of 6 rounds; --resume continues it.");
    assertThat(third.complete()).isTrue();
    assertThat(third.remarks()).containsExactly(lasting);
  }

  @Test
  void aTrendIsNotedAndTakenBackWhereMoreForksDoNotShowIt() throws Exception {
    scores = List.of(1.1, 1.0);
    var first = run(beginning(1, 3600), untilPairs(2));
    scores = List.of(1.0, 1.1);
    var whole = run(first, untilPairs(6));

    assertThat(first.rowNotes())
        .containsExactly(
            new RowNote(
                0,
                "Forks still became faster by 10.0 % from the first measured iteration to the"
                    + " last."));
    assertThat(whole.rowNotes()).isEmpty();
  }

  private static Function<GateRun, List<Integer>> untilPairs(int pairs) {
    return run ->
        IntStream.range(0, run.rows().size())
            .filter(row -> run.countedPairs(row).size() < pairs)
            .boxed()
            .toList();
  }

  private GateRun run(GateRun beginning, Function<GateRun, List<Integer>> judge) throws Exception {
    return run(beginning, judge, _ -> false);
  }

  private GateRun run(
      GateRun beginning,
      Function<GateRun, List<Integer>> judge,
      Function<ScheduledFork, Boolean> fails)
      throws Exception {
    var seconds = beginning.rows().stream().map(_ -> 1.0).toList();
    var clock = new long[1];
    var eta =
        new EtaEstimator(
            seconds, GateSchedule.controlled(7, beginning.rows().size()), 0, () -> clock[0]);
    return new GateRounds(
            new GateLedger(folder.resolve("gate.json"), beginning),
            new GateSchedule(7, beginning.rows().size()),
            (scheduled, _) -> {
              launched.add(scheduled);
              clock[0] +=
                  switch (scheduled) {
                    case OfRow row -> row.forks().size() * 1_000_000_000L;
                    case OfReferenceLoop _ -> 2_700_000_000L;
                  };
              return fails.apply(scheduled)
                  ? new RowFailed(new RowFailure(2, ArmName.CANDIDATE, "crashed"))
                  : outcome(scheduled);
            },
            new Discards(beginning),
            new RoundBudget(beginning.settings().budgetSeconds(), eta),
            judge,
            printed::add,
            stop)
        .run();
  }

  private ForkOutcome outcome(ScheduledFork scheduled) throws ForkFailedException {
    var during = machine.apply(scheduled);
    if (stop.stopped()) {
      throw new ForkFailedException("it was ended", null);
    }
    var fork = new GateFork(new IterationScores("ms/op", scores), new TreeMap<>(), NOW, NOW);
    return switch (scheduled) {
      case OfRow row ->
          new SideBySide(
                  row,
                  row.forks().stream().collect(Collectors.toMap(which -> which, _ -> fork)),
                  NOW,
                  NOW,
                  during)
              .outcome();
      case OfReferenceLoop(int round, var order) ->
          new ReferenceLoopMeasured(
              new ReferenceLoopPair(round, order, 1, 1, NOW, NOW, during, null));
    };
  }

  private static int rowOf(ScheduledFork scheduled) {
    return switch (scheduled) {
      case OfRow row -> row.row();
      case OfReferenceLoop _ -> -1;
    };
  }

  private static GateRun beginning(int rows, long budgetSeconds) {
    return Gates.run(
            Gates.withBudget(Gates.settings(6), budgetSeconds),
            IntStream.range(0, rows)
                .mapToObj(row -> Gates.row("row" + row, Mode.AverageTime, "ms/op"))
                .toList(),
            List.of())
        .withStatus(RunStatus.underWay(NOW));
  }
}
