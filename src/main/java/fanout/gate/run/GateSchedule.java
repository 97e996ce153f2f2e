package fanout.gate.run;

import fanout.gate.result.GateSettings;
import fanout.measure.RoundOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// What is measured next: round after round a pair of every row that is still open, the ruler, and
/// a second baseline fork beside the pair of two rows. What did not count is measured again at the
/// end of its round, so that all open rows always have as many pairs as each other.
final class GateSchedule implements IntFunction<List<ScheduledFork>> {
  private static final int CONTROLLED_ROWS = 2;

  /// Stands for the ruler among the rows of a round.
  private static final int RULER = -1;

  /// A round may end a little after the budget does.
  private static final double TOLERANCE = 1.1;

  private final GateLedger ledger;
  private final EtaEstimator pace;
  private final GateSettings settings;
  private final BalancedOrder orders;
  private final List<Integer> controlled;
  private boolean underWay;

  GateSchedule(GateLedger ledger, EtaEstimator pace) {
    this.ledger = ledger;
    this.pace = pace;
    this.settings = ledger.run().settings();
    this.orders = new BalancedOrder(settings.seed());
    this.controlled = controlled(settings.seed(), ledger.run().rows().size());
  }

  /// The rows that the seed chooses for a second baseline fork.
  static List<Integer> controlled(long seed, int rows) {
    var all = IntStream.range(0, rows).boxed().toList();
    return RoundOrder.shuffled(all, ~seed, 1).stream().limit(CONTROLLED_ROWS).toList();
  }

  @Override
  public List<ScheduledFork> apply(int pass) {
    if (underWay) {
      var again = ledger.takeVoid();
      if (!again.isEmpty()) {
        return again;
      }
      ledger.closeRound();
      underWay = false;
    }
    var open = ledger.open();
    if (open.isEmpty()) {
      ledger.complete();
      return List.of();
    }
    if (isOverBudget(open)) {
      return List.of();
    }
    underWay = true;
    return entries(open, ledger.lastRound() + 1);
  }

  private boolean isOverBudget(List<Integer> open) {
    var budget = settings.budgetSeconds();
    if (budget == null || pace.secondsAfterRound(open) <= budget * TOLERANCE) {
      return false;
    }
    ledger.note(StopReason.overBudget(ledger.lastRound(), settings.maxPairs()));
    return true;
  }

  private List<ScheduledFork> entries(List<Integer> open, int round) {
    var items = new ArrayList<>(open);
    items.add(RULER);
    var entries = new ArrayList<ScheduledFork>();
    for (int item : RoundOrder.shuffled(items, settings.seed(), round)) {
      entries.add(entry(item, round));
    }
    return List.copyOf(entries);
  }

  private ScheduledFork entry(int item, int round) {
    if (item == RULER) {
      return new ScheduledFork.OfRuler(round, orders.pair(RULER, round));
    }
    return controlled.contains(item)
        ? new ScheduledFork.OfTriple(item, round, orders.triple(item, round))
        : new ScheduledFork.OfPair(item, round, orders.pair(item, round));
  }
}
