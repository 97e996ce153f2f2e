package fanout.gate.judge;

import fanout.gate.result.GateFork;
import fanout.gate.result.GateRow;
import fanout.gate.result.IterationScores;
import fanout.gate.result.Pair;
import fanout.vocabulary.Metric.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/// Makes observations of the counted pairs of one row.
///
/// @param row what was compared
/// @param pairs that count, in the order of measuring
record RowObservations(GateRow row, List<Pair> pairs) {
  /// Of the benchmark's own time or throughput; empty where the arms' units do not measure the
  /// same.
  Optional<Observations> wall() {
    var statistic = ForkStatistic.of(row);
    return of(GateFork::score, (_, scores) -> statistic.of(scores), row.direction());
  }

  /// Of CPU time; empty where a fork lacks it or has none.
  Optional<Observations> cpu() {
    return pairs.stream().allMatch(pair -> usesCpu(pair.baseline()) && usesCpu(pair.candidate()))
        ? of(
            fork -> fork.secondary().get(GateFork.CPU),
            GateFork::perOperation,
            Direction.LOWER_IS_BETTER)
        : Optional.empty();
  }

  /// Of the 99th percentile; empty where a fork lacks it, or the arms' units do not measure the
  /// same.
  Optional<Observations> p99() {
    return of(
        fork -> fork.secondary().get(GateFork.P99),
        (_, scores) -> scores.values().getFirst(),
        Direction.LOWER_IS_BETTER);
  }

  private static boolean usesCpu(GateFork fork) {
    var cpu = fork.secondary().get(GateFork.CPU);
    return cpu != null && fork.perOperation(cpu) > 0;
  }

  /// Of a counter; empty where a fork lacks it. More is worse, unless it counts operations per
  /// time.
  Optional<Observations> counter(String name) {
    return of(
        fork -> fork.secondary().get(name),
        (_, scores) -> ForkStatistic.MEDIAN.of(scores),
        direction(name));
  }

  private Direction direction(String name) {
    return pairs.stream()
            .map(pair -> pair.baseline().secondary().get(name))
            .anyMatch(series -> series != null && Units.isRate(series.unit()))
        ? Direction.HIGHER_IS_BETTER
        : Direction.LOWER_IS_BETTER;
  }

  private Optional<Observations> of(
      Function<GateFork, @Nullable IterationScores> series,
      ToDoubleBiFunction<GateFork, IterationScores> statistic,
      Direction direction) {
    var logRatios = new ArrayList<Double>();
    var signs = new ArrayList<Integer>();
    var values = new ArrayList<List<Double>>();
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
      double before = statistic.applyAsDouble(pair.baseline(), baseline);
      double after = statistic.applyAsDouble(pair.candidate(), candidate);
      values.add(List.of(before, after));
      signs.add(cost(direction, Double.compare(after * factor.getAsDouble(), before)));
      logRatios.add(cost(direction, logRatio(before, after, factor.getAsDouble())));
    }
    return Optional.of(new Observations(logRatios, signs, constant(values)));
  }

  /// How many of the first pairs are like the first one.
  private static int constant(List<List<Double>> values) {
    return (int) values.stream().takeWhile(pair -> pair.equals(values.getFirst())).count();
  }

  /// A difference of logarithms: the ratio itself may be too large or too small for a number. Two
  /// that are 0 are equal.
  private static double logRatio(double before, double after, double factor) {
    if (before == 0 && after == 0) {
      return 0;
    }
    return logarithm(after) + Math.log(factor) - logarithm(before);
  }

  private static double logarithm(double value) {
    return value > 0 ? Math.log(value) : Double.NEGATIVE_INFINITY;
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
