package fanout.gate.run;

import fanout.gate.result.ForkOrder;
import fanout.gate.run.ScheduledFork.Fork;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;

/// Which fork runs first: in each block of two rounds once the one and once the other. Of three
/// forks that holds for any two, and each block of six rounds has every order of them once. The
/// seed tells which. So whatever favours the first or the last favours no arm, and no control.
///
/// @param seed of the run
record BalancedOrder(long seed) {
  /// Large odd numbers, by which neighbouring seeds part.
  private static final long PART_ROWS = 0x9E3779B97F4A7C15L;

  private static final long PART_BLOCKS = 0xC2B2AE3D27D4EB4FL;

  private static final List<ForkOrder> PAIRS = List.of(ForkOrder.AB, ForkOrder.BA);

  /// Each beside its mirror image, in which any two forks have changed places.
  private static final List<List<List<Fork>>> TRIPLES =
      List.of(
          List.of(
              List.of(Fork.BASELINE, Fork.CANDIDATE, Fork.CONTROL),
              List.of(Fork.CONTROL, Fork.CANDIDATE, Fork.BASELINE)),
          List.of(
              List.of(Fork.BASELINE, Fork.CONTROL, Fork.CANDIDATE),
              List.of(Fork.CANDIDATE, Fork.CONTROL, Fork.BASELINE)),
          List.of(
              List.of(Fork.CANDIDATE, Fork.BASELINE, Fork.CONTROL),
              List.of(Fork.CONTROL, Fork.BASELINE, Fork.CANDIDATE)));

  /// The order of a row's pair in a round.
  ///
  /// @param row index of the row, or -1 for the reference loop
  /// @param round number of the round, from 1
  ForkOrder pair(int row, int round) {
    return inBlock(PAIRS, row, round);
  }

  /// The same as forks.
  List<Fork> forks(int row, int round) {
    return switch (pair(row, round)) {
      case AB -> List.of(Fork.BASELINE, Fork.CANDIDATE);
      case BA -> List.of(Fork.CANDIDATE, Fork.BASELINE);
    };
  }

  /// The order of a row's three forks in a round.
  List<Fork> triple(int row, int round) {
    int blockOfTwo = (round + 1) / 2;
    // Of another seed, so that which two it is says nothing of which of them comes first.
    var two = new BalancedOrder(~seed).inBlock(TRIPLES, row, blockOfTwo);
    return inBlock(two, row, round);
  }

  /// @param number of the turn, from 1
  private <T> T inBlock(List<T> all, int row, int number) {
    int block = (number - 1) / all.size();
    long mixed = seed ^ (row + 2) * PART_ROWS ^ (block + 1) * PART_BLOCKS;
    var shuffled = new ArrayList<>(all);
    ListSampler.shuffle(RandomSource.SPLIT_MIX_64.create(mixed), shuffled);
    return shuffled.get((number - 1) % all.size());
  }
}
