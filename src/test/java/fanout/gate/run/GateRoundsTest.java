package fanout.gate.run;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.result.Arm;
import fanout.gate.result.ArmName;
import fanout.gate.result.ControlFork;
import fanout.gate.result.ForkOrder;
import fanout.gate.result.GateFile;
import fanout.gate.result.GateFork;
import fanout.gate.result.GateRow;
import fanout.gate.result.GateRun;
import fanout.gate.result.GateSettings;
import fanout.gate.result.InterimLooks;
import fanout.gate.result.IterationScores;
import fanout.gate.result.Pair;
import fanout.gate.result.ReferenceLoopPair;
import fanout.gate.result.RowFailure;
import fanout.gate.result.RowNote;
import fanout.gate.run.ScheduledFork.Fork;
import fanout.measure.ForkFailedException;
import fanout.measure.Hardware;
import fanout.measure.Interference;
import fanout.measure.Rounds;
import fanout.measure.StopSignal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
  private List<Double> scores = List.of(1.0);

  @Test
  void everyRoundHasAPairOfEachOpenRowTheRulerAndTwoControls() throws Exception {
    var run = run(beginning(4, 3600), untilPairs(6));

    assertThat(run.complete()).isTrue();
    assertThat(run.pairs()).hasSize(24).extracting(Pair::round).contains(1, 2, 3, 4, 5, 6);
    assertThat(run.controls()).hasSize(12);
    assertThat(run.controls().stream().map(ControlFork::row).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(GateSchedule.controlled(7, 4));
    assertThat(run.ruler()).hasSize(6);
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
    machine = entry -> rowOf(entry) == 1 ? BUSY : QUIET;
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
          assertThat(pair.voidReason()).contains("60.0 %");
        });
    assertThat(run.countedPairs(0)).hasSize(6);
  }

  @Test
  void aDecidedRowStopsAndAFailedOneToo() throws Exception {
    Function<GateRun, List<Integer>> judge =
        run ->
            run.ruler().size() >= 4
                ? List.of()
                : run.ruler().size() >= 2 ? List.of(1, 2) : List.of(0, 1, 2);
    var ledgerRun =
        run(beginning(3, 3600), judge, entry -> rowOf(entry) == 2 && entry.round() == 3);

    assertThat(ledgerRun.countedPairs(0)).hasSize(2);
    assertThat(ledgerRun.countedPairs(1)).hasSize(4);
    assertThat(ledgerRun.countedPairs(2)).hasSize(2);
    assertThat(ledgerRun.failures())
        .containsExactly(new RowFailure(2, ArmName.CANDIDATE, "crashed"));
  }

  @Test
  void aStoppedRunHasItsFullRoundsOnDiskAndIsGoneOnWith() throws Exception {
    var file = folder.resolve("gate.json");
    machine =
        entry -> {
          if (entry.round() == 3) {
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
    var run = run(beginning(1, 10), untilPairs(6));

    // Rounds of 3 * 1 + 1.4 s; one that ends within 11 s may begin.
    assertThat(run.complete()).isFalse();
    assertThat(run.countedPairs(0)).hasSize(2);
    assertThat(run.notes())
        .containsExactly("The budget was over after 2 of 6 rounds; --resume goes on.");
  }

  @Test
  void whyARunEndedIsForgottenWhenItIsGoneOnWith() throws Exception {
    var lasting = "Only the baseline has a.B.c: not judged.";
    var early = StopReason.failed(new ForkFailedException("The ruler cannot be run", null));
    var first = run(beginning(1, 10).withNotes(List.of(lasting, early)), untilPairs(6));
    var second = run(first, untilPairs(6));
    var third = run(second, untilPairs(6));

    assertThat(first.notes())
        .containsExactly(lasting, "The budget was over after 2 of 6 rounds; --resume goes on.");
    assertThat(second.notes())
        .containsExactly(lasting, "The budget was over after 4 of 6 rounds; --resume goes on.");
    assertThat(third.complete()).isTrue();
    assertThat(third.notes()).containsExactly(lasting);
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
    var ledger = new GateLedger(folder.resolve("gate.json"), beginning, judge);
    var seconds = beginning.rows().stream().map(_ -> 1.0).toList();
    var clock = new long[1];
    var pace =
        new EtaEstimator(
            seconds, GateSchedule.controlled(7, beginning.rows().size()), 0, () -> clock[0]);
    var _ =
        new Rounds<>(
                new GateSchedule(ledger, pace),
                (ScheduledFork entry, int _) -> {
                  launched.add(entry);
                  clock[0] +=
                      switch (entry) {
                        case ScheduledFork.OfPair _ -> 2_000_000_000L;
                        case ScheduledFork.OfTriple _ -> 3_000_000_000L;
                        case ScheduledFork.OfRuler _ -> 1_400_000_000L;
                      };
                  return fails.apply(entry)
                      ? new ForkOutcome.AFailure(new RowFailure(2, ArmName.CANDIDATE, "crashed"))
                      : found(ledger, entry);
                },
                new GateProgress(ledger, pace, _ -> {}),
                stop)
            .run();
    return ledger.run();
  }

  private ForkOutcome found(GateLedger ledger, ScheduledFork entry) throws ForkFailedException {
    var during = machine.apply(entry);
    if (stop.stopped()) {
      throw new ForkFailedException("it was ended", null);
    }
    var reason = ledger.voidReason(entry, during);
    var fork = new GateFork(new IterationScores("ms/op", scores), new TreeMap<>(), NOW, NOW);
    return switch (entry) {
      case ScheduledFork.OfPair pair ->
          new ForkOutcome.APair(pair(pair.row(), pair.round(), pair.order(), fork, during, reason));
      case ScheduledFork.OfTriple(int row, int round, var forks) ->
          new ForkOutcome.ATriple(
              pair(row, round, order(forks, Fork.CANDIDATE), fork, during, reason),
              new ControlFork(
                  row, round, order(forks, Fork.SECOND_BASELINE), fork, NOW, NOW, during, reason));
      case ScheduledFork.OfRuler ruler ->
          new ForkOutcome.ARuler(
              new ReferenceLoopPair(ruler.round(), ruler.order(), 1, 1, NOW, NOW, during, reason));
    };
  }

  private static Pair pair(
      int row,
      int round,
      ForkOrder order,
      GateFork fork,
      Interference during,
      @Nullable String reason) {
    return new Pair(row, round, order, fork, fork, NOW, NOW, during, reason);
  }

  private static ForkOrder order(List<Fork> forks, Fork other) {
    return forks.indexOf(Fork.BASELINE) < forks.indexOf(other) ? ForkOrder.AB : ForkOrder.BA;
  }

  private static int rowOf(ScheduledFork entry) {
    return switch (entry) {
      case ScheduledFork.OfPair pair -> pair.row();
      case ScheduledFork.OfTriple triple -> triple.row();
      case ScheduledFork.OfRuler _ -> -1;
    };
  }

  private static GateRun beginning(int rows, long budgetSeconds) {
    var arm = new Arm("a.jar", "00", "JDK 25", null, List.of());
    return new GateRun(
        GateFile.VERSION,
        NOW,
        NOW,
        false,
        new GateSettings(
            0.03,
            List.of(),
            6,
            InterimLooks.of(6),
            0.025,
            0.25,
            false,
            7,
            false,
            List.of(),
            List.of(),
            budgetSeconds),
        arm,
        arm,
        new Hardware("cpu", 2, 1, "Linux"),
        IntStream.range(0, rows)
            .mapToObj(row ->
                new GateRow(
                    "demo.Work.row" + row, new TreeMap<>(), Mode.AverageTime, "ms/op", null))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
