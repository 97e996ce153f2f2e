package fanout.gate.evidence;

import fanout.measure.RoundOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One run whose right answer is known.
///
/// @param slowerPercent by how much the candidate is slower; 0 where the arms are the same
/// @param number among those of the same slowdown, from 1
record EvidenceRun(int slowerPercent, int number) {
  private static final int SAME_RUNS = 30;
  private static final int SLOWER_RUNS = 8;
  private static final List<Integer> SLOWDOWNS = List.of(5, 10, 20);

  /// Fixed, as everything is before the first run.
  private static final long ORDER_SEED = 1;

  private static final int SEEDS_PER_SLOWDOWN = 1000;

  /// All runs, mixed, so that no kind has the quiet hour to itself.
  static List<EvidenceRun> all() {
    var runs = new ArrayList<EvidenceRun>();
    for (int number = 1; number <= SAME_RUNS; number++) {
      runs.add(new EvidenceRun(0, number));
    }
    for (int slower : SLOWDOWNS) {
      for (int number = 1; number <= SLOWER_RUNS; number++) {
        runs.add(new EvidenceRun(slower, number));
      }
    }
    return RoundOrder.shuffled(runs, ORDER_SEED, 1);
  }

  /// Of its files: `same-07` or `slower-20-3`.
  String name() {
    return slowerPercent == 0
        ? String.format(Locale.ROOT, "same-%02d", number)
        : String.format(Locale.ROOT, "slower-%02d-%d", slowerPercent, number);
  }

  long seed() {
    return (long) slowerPercent * SEEDS_PER_SLOWDOWN + number;
  }
}
