package fanout.suite.result;

import fanout.measure.TimeDistribution;
import fanout.vocabulary.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The percentiles of a curve on a log 1/(1−q) axis: as many in each decade of 1−q, as far as the
/// samples reach.
public final class PercentileGrid {
  /// How much of a decade lies beyond each point, in hundredths.
  private static final int[] STEPS = {100, 80, 60, 50, 40, 30, 25, 20, 15, 12};

  private PercentileGrid() {}

  static List<PercentilePoint> points(
      Scenario scenario, @Nullable Integer round, TimeDistribution millis) {
    var points = new ArrayList<PercentilePoint>();
    for (double percentile : percentiles(millis.count())) {
      double time = millis.percentile(percentile);
      points.add(new PercentilePoint(scenario, round, percentile, time, millis.beyond(time)));
    }
    return points;
  }

  /// From 0 to 100; between them, those that leave at least one of `count` samples beyond.
  public static List<Double> percentiles(long count) {
    var percentiles = new ArrayList<Double>();
    for (long decade = 1; decade <= count; decade *= 10) {
      for (int step : STEPS) {
        if (count * (double) step >= 100.0 * decade) {
          // One division of whole numbers, so that 99.9 is 99.9.
          percentiles.add((100.0 * decade - step) / decade);
        }
      }
    }
    percentiles.add(100.0);
    return percentiles;
  }
}
