package fanout.stub;

import fanout.fetch.Endpoint;
import fanout.vocabulary.Delay;
import java.util.List;
import java.util.stream.IntStream;

/// Which delay each fetch of a run meets. It depends on nothing but the seed, the number of the
/// batch and the endpoint's position in it, so every strategy meets the same ones. The request
/// carries it, as `/users?delayMillis=23`; the stub remembers nothing.
///
/// @param delay how long the stub waits
/// @param seed of the run
public record DelaySchedule(Delay delay, long seed) {
  /// The query parameter that carries a delay: a whole number of milliseconds.
  static final String PARAMETER = "delayMillis";

  /// Longest delay that the stub accepts: long enough for every test of a deadline.
  static final int MAX_MILLIS = 60_000;

  /// The query parameter that has the stub draw a log-normal delay for each request: the mean.
  static final String MEAN_PARAMETER = "delayMeanMillis";

  /// The delay of one fetch, in whole milliseconds.
  ///
  /// @param batch number of the batch
  /// @param position of the endpoint in the batch
  public int millis(long batch, int position) {
    return switch (delay.spread()) {
      case FIXED -> delay.meanMillis();
      case LOGNORMAL -> logNormalMillis(batch, position);
    };
  }

  /// The endpoints with their delays in their queries; with [Delay#NONE] the very list. With a
  /// fixed delay every batch gets an equal list, so a caller can take one for all.
  public List<Endpoint> batch(List<Endpoint> endpoints, long batch) {
    return delay == Delay.NONE
        ? endpoints
        : IntStream.range(0, endpoints.size())
            .mapToObj(i -> endpoints.get(i).withQuery(query(millis(batch, i))))
            .toList();
  }

  /// The endpoints with a log-normal delay that each request draws for itself, so that a second
  /// request for the same endpoint meets another one. Not the same in every run.
  public static List<Endpoint> drawnByEachRequest(List<Endpoint> endpoints, Delay delay) {
    if (delay.spread() != Delay.Spread.LOGNORMAL) {
      throw new IllegalArgumentException("Every request would draw the same: " + delay);
    }
    var query = MEAN_PARAMETER + "=" + delay.meanMillis();
    return endpoints.stream().map(endpoint -> endpoint.withQuery(query)).toList();
  }

  private static String query(int millis) {
    return PARAMETER + "=" + millis;
  }

  private int logNormalMillis(long batch, int position) {
    long hash = mix(mix(mix(seed) + batch) + position);
    return new LogNormalDelay(delay.meanMillis()).millis(openUnitInterval(hash));
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
