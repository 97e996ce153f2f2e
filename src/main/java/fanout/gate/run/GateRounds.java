package fanout.gate.run;

import fanout.gate.result.GateRun;
import fanout.gate.result.RowFailure;
import fanout.gate.result.StopReason;
import fanout.measure.ForkFailedException;
import fanout.measure.ForkLauncher;
import fanout.measure.Rounds;
import fanout.measure.StopSignal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The gate's loop: plan a round, measure it, discard what the machine spoiled and measure that
/// again, record the round, judge, until no row is open.
///
/// @param ledger keeps full rounds
/// @param schedule plans a round
/// @param launcher measures
/// @param discards says what does not count
/// @param budget says whether another round fits
/// @param judge says which rows still need pairs
/// @param lines hears of each outcome, line by line
/// @param stop ends the run early
record GateRounds(
    GateLedger ledger,
    GateSchedule schedule,
    ForkLauncher<ScheduledFork, ForkOutcome> launcher,
    Discards discards,
    RoundBudget budget,
    Function<GateRun, List<Integer>> judge,
    Consumer<String> lines,
    StopSignal stop) {

  /// Measures until nothing is open, the budget is over, or the run is stopped, whose round under
  /// way is dropped.
  ///
  /// @return all full rounds
  /// @throws IOException if the ledger cannot be written
  GateRun run() throws IOException {
    try {
      measureOpenRows();
    } catch (ForkFailedException e) {
      ledger.endEarly(StopReason.failed(e));
    }
    return ledger.run();
  }

  private void measureOpenRows() throws IOException, ForkFailedException {
    for (var open = openRows(); !open.isEmpty(); open = openRows()) {
      if (!budget.allowsRound(open)) {
        ledger.endEarly(
            StopReason.overBudget(ledger.run().lastRound(), ledger.run().settings().maxPairs()));
        return;
      }
      var round = measureRound(open, ledger.run().lastRound() + 1);
      if (round.isEmpty()) {
        return; // stopped
      }
      ledger.record(round.get());
    }
    ledger.complete();
  }

  /// What failed needs no more pairs.
  private List<Integer> openRows() {
    var failed = ledger.run().failures().stream().map(RowFailure::row).toList();
    return judge.apply(ledger.run()).stream().filter(row -> !failed.contains(row)).toList();
  }

  /// What does not count is measured again at the end of its round, so that all open rows always
  /// have as many pairs as each other.
  private Optional<List<ForkOutcome>> measureRound(List<Integer> open, int number)
      throws ForkFailedException {
    var progress = new GateProgress(ledger.run(), open, budget, lines);
    var driver = new Rounds<>(this::measure, progress, stop);
    var outcomes = new ArrayList<ForkOutcome>();
    var planned = schedule.round(open, number);
    while (!planned.isEmpty()) {
      var measured = driver.runRound(number, planned);
      if (measured.isEmpty()) {
        return Optional.empty();
      }
      outcomes.addAll(measured.get());
      planned = discarded(planned, measured.get());
    }
    return Optional.of(outcomes);
  }

  private ForkOutcome measure(ScheduledFork scheduled, int round) throws ForkFailedException {
    var outcome = launcher.launch(scheduled, round);
    budget.eta().finished(scheduled);
    return discards.apply(outcome);
  }

  private static List<ScheduledFork> discarded(
      List<ScheduledFork> planned, List<ForkOutcome> outcomes) {
    return IntStream.range(0, planned.size())
        .filter(i -> outcomes.get(i).isDiscarded())
        .mapToObj(planned::get)
        .toList();
  }
}
