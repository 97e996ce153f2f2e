package fanout.gate;

import fanout.result.Metric.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes observations of the counted pairs of one row.
///
/// @param row what was compared
/// @param pairs that count, in the order of measuring
record RowObservations(GateRow row, List<Pair> pairs) {
  /// Of the benchmark's own time or throughput; empty where the arms' units do not measure the
  /// same.
  Optional<Observations> wall() {
    return of(GateFork::score, row.direction());
  }

  /// Of CPU time; empty where a fork lacks it or has none.
  Optional<Observations> cpu() {
    return of(fork -> fork.secondary().get(GateFork.CPU), Direction.LOWER_IS_BETTER)
        .filter(observations -> observations.logRatios().size() == pairs.size());
  }

  /// Of a counter; empty where a fork lacks it. More is worse, unless it counts operations per
  /// time.
  Optional<Observations> counter(String name) {
    return of(fork -> fork.secondary().get(name), direction(name));
  }

  private Direction direction(String name) {
    return pairs.stream()
            .map(pair -> pair.baseline().secondary().get(name))
            .anyMatch(series -> series != null && Units.isRate(series.unit()))
        ? Direction.HIGHER_IS_BETTER
        : Direction.LOWER_IS_BETTER;
  }

  private Optional<Observations> of(
      Function<GateFork, @Nullable Series> series, Direction direction) {
    var logRatios = new ArrayList<Double>();
    var signs = new ArrayList<Integer>();
    for (var pair : pairs) {
      var baseline = series.apply(pair.baseline());
      var candidate = series.apply(pair.candidate());
      if (baseline == null || candidate == null) {
        return Optional.empty();
      }
      var factor = Units.factor(candidate.unit(), baseline.unit());
      if (factor.isEmpty()) {
        return Optional.empty();
      }
      double before = baseline.median();
      double after = candidate.median() * factor.getAsDouble();
      signs.add(cost(direction, Double.compare(after, before)));
      if (before > 0 && after > 0) {
        logRatios.add(cost(direction, Math.log(after / before)));
      }
    }
    boolean whole = logRatios.size() == pairs.size();
    return Optional.of(new Observations(whole ? logRatios : List.of(), signs));
  }

  private static double cost(Direction direction, double change) {
    return switch (direction) {
      case LOWER_IS_BETTER -> change;
      case HIGHER_IS_BETTER -> -change;
    };
  }

  private static int cost(Direction direction, int comparison) {
    return (int) cost(direction, (double) comparison);
  }
}
