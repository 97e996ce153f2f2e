package fanout.stub;

import fanout.fetch.Endpoint;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.LogNormalDistribution;

/// How long the stub waits before each answer. A delay depends on nothing but the seed, the number
/// of the batch and the endpoint's position in it, so every strategy meets the same ones. The
/// request carries it, as `/users?delayMillis=23`; the stub remembers nothing.
public enum Delay {
  /// The stub answers at once.
  NONE,
  /// 20 ms stands for a call that crosses a region and asks a database there.
  FIXED_20_MS,
  /// 100 ms stands for a call across an ocean.
  FIXED_100_MS,
  /// Log-normal with a mean of 20 ms, so that one fetch after the other waits as long as with
  /// [#FIXED_20_MS] and what differs is due to the spread alone: median 17.4 ms, 99th percentile 60
  /// ms.
  LOGNORMAL_20_MS;

  /// The query parameter that carries a delay: a whole number of milliseconds.
  static final String PARAMETER = "delayMillis";

  /// Longest delay that the stub accepts: long enough for every test of a deadline.
  static final int MAX_MILLIS = 60_000;

  private static final double MEAN_MS = 20;

  /// Puts the 99th percentile at three times the mean, as tails of healthy services do: the smaller
  /// root of `z·σ − σ²/2 = ln 3`, with the 99th percentile of the normal distribution, z = 2.326.
  private static final double SIGMA = 0.5336;

  /// The mean of a log-normal distribution is `exp(μ + σ²/2)`.
  private static final LogNormalDistribution LOGNORMAL =
      LogNormalDistribution.of(Math.log(MEAN_MS) - SIGMA * SIGMA / 2, SIGMA);

  /// The delay of one fetch, in whole milliseconds.
  ///
  /// @param seed of the run
  /// @param batch number of the batch
  /// @param position of the endpoint in the batch
  public int millis(long seed, long batch, int position) {
    return switch (this) {
      case NONE -> 0;
      case FIXED_20_MS -> 20;
      case FIXED_100_MS -> 100;
      case LOGNORMAL_20_MS -> logNormalMillis(seed, batch, position);
    };
  }

  /// The endpoints with their delays in their queries; with [#NONE] the very list. With a fixed
  /// delay every batch gets an equal list, so a caller can ask once.
  public List<Endpoint> batch(List<Endpoint> endpoints, long seed, long batch) {
    return switch (this) {
      case NONE -> endpoints;
      case FIXED_20_MS, FIXED_100_MS, LOGNORMAL_20_MS ->
          IntStream.range(0, endpoints.size())
              .mapToObj(i -> endpoints.get(i).withQuery(query(millis(seed, batch, i))))
              .toList();
    };
  }

  private static String query(int millis) {
    return PARAMETER + "=" + millis;
  }

  private static int logNormalMillis(long seed, long batch, int position) {
    long hash = mix(mix(mix(seed) + batch) + position);
    return (int) Math.round(LOGNORMAL.inverseCumulativeProbability(openUnitInterval(hash)));
  }

  /// From 52 bits a number strictly between 0 and 1.
  private static double openUnitInterval(long hash) {
    return ((hash >>> 12) + 0.5) * 0x1p-52;
  }

  /// One step of SplitMix64.
  ///
  /// @see <a href="https://doi.org/10.1145/2714064.2660195">Steele, Lea, Flood: Fast splittable
  ///   pseudorandom number generators</a>
  private static long mix(long state) {
    long z = state + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
