package fanout.measure;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;

/// The order of the forks within a round: shuffled anew for each round, so that drift of the
/// machine meets all alike, and a function of the seed, so that a run can be told again.
public final class RoundOrder {
  private static final RandomSource GENERATOR = RandomSource.XO_RO_SHI_RO_128_PP;

  private RoundOrder() {}

  /// Shuffles one round.
  ///
  /// @param seed recorded with the run
  /// @param round number of the round, from 1
  /// @return `entries` in the round's order
  public static <T> List<T> shuffled(List<T> entries, long seed, int round) {
    var shuffled = new ArrayList<>(entries);
    ListSampler.shuffle(GENERATOR.create(seed(seed, round)), shuffled);
    return List.copyOf(shuffled);
  }

  /// The seed of one round, for whatever is drawn anew in each. The round's number is no seed by
  /// itself: generators with neighbouring seeds begin alike.
  public static long seed(long seed, int round) {
    var seeds = GENERATOR.create(seed);
    long roundSeed = seeds.nextLong();
    for (int i = 1; i < round; i++) {
      roundSeed = seeds.nextLong();
    }
    return roundSeed;
  }
}
