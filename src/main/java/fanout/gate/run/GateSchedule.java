package fanout.gate.run;

import fanout.gate.run.ScheduledFork.OfReferenceLoop;
import fanout.gate.run.ScheduledFork.OfRow;
import fanout.measure.RoundOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Plans rounds: a pair of every row that is still open, the reference loop, and an A/A control
/// beside the pair of two rows, in an order that the seed gives.
final class GateSchedule {
  /// Of all rows, how many have an A/A control.
  static final int CONTROLLED_ROWS = 2;

  /// Stands for the reference loop among the rows of a round.
  private static final int REFERENCE_LOOP = -1;

  private final long seed;
  private final BalancedOrder orders;
  private final List<Integer> controlled;

  /// @param rows how many rows the run has
  GateSchedule(long seed, int rows) {
    this.seed = seed;
    this.orders = new BalancedOrder(seed);
    this.controlled = controlled(seed, rows);
  }

  /// The rows that the seed chooses for an A/A control.
  static List<Integer> controlled(long seed, int rows) {
    var all = IntStream.range(0, rows).boxed().toList();
    return RoundOrder.shuffled(all, ~seed, 1).stream().limit(CONTROLLED_ROWS).toList();
  }

  /// What a round measures, in its order.
  ///
  /// @param open the rows that still need pairs
  /// @param number of the round, from 1
  List<ScheduledFork> round(List<Integer> open, int number) {
    var items = new ArrayList<>(open);
    items.add(REFERENCE_LOOP);
    return RoundOrder.shuffled(items, seed, number).stream()
        .map(item -> scheduled(item, number))
        .toList();
  }

  private ScheduledFork scheduled(int item, int round) {
    if (item == REFERENCE_LOOP) {
      return new OfReferenceLoop(round, orders.pair(item, round));
    }
    return new OfRow(
        item,
        round,
        controlled.contains(item) ? orders.triple(item, round) : orders.forks(item, round));
  }
}
