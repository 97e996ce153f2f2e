package fanout.gate.result;

import java.util.List;
import java.util.stream.DoubleStream;

/// When a run is judged: looks fixed beforehand, so that looking often does not find by chance.
public final class InterimLooks {
  /// Fewer cannot be decided: the signed-rank test of five pairs is never below 1/32.
  public static final int FEWEST_PAIRS = 6;

  private static final double[] SHARES = {1.0 / 4, 2.0 / 5, 2.0 / 3, 1};

  private InterimLooks() {}

  /// A quarter, two fifths, two thirds and all of `maxPairs`, each even and none below
  /// [#FEWEST_PAIRS]: 6, 10, 16 and 24 of 24.
  ///
  /// @throws IllegalArgumentException if `maxPairs` is fewer than that
  public static List<Integer> of(int maxPairs) {
    requireEnough(maxPairs);
    return DoubleStream.of(SHARES)
        .mapToInt(share -> even((int) Math.round(share * maxPairs)))
        .map(pairs -> Math.max(FEWEST_PAIRS, pairs))
        .distinct()
        .boxed()
        .toList();
  }

  /// Of an even number of pairs each arm ran first in half, so that what running second costs is
  /// the same in both.
  ///
  /// @return the next lower even number, where `pairs` is odd
  public static int even(int pairs) {
    return pairs - pairs % 2;
  }

  static void requireValid(List<Integer> looks, int maxPairs) {
    requireEnough(maxPairs);
    int before = FEWEST_PAIRS - 1;
    for (int look : looks) {
      if (look <= before) {
        throw new IllegalArgumentException(
            "Looks must rise and begin at %s pairs or more, got: %s"
                .formatted(FEWEST_PAIRS, looks));
      }
      before = look;
    }
    if (before != maxPairs) {
      throw new IllegalArgumentException(
          "The last look must be at all %s pairs, got: %s".formatted(maxPairs, looks));
    }
  }

  private static void requireEnough(int maxPairs) {
    if (maxPairs < FEWEST_PAIRS || maxPairs > 10_000) {
      throw new IllegalArgumentException(
          "The most pairs of a row must be from %s to 10000, got: %s"
              .formatted(FEWEST_PAIRS, maxPairs));
    }
  }
}
