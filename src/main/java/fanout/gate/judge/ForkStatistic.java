package fanout.gate.judge;

import fanout.gate.result.GateRow;
import fanout.gate.result.IterationScores;
import fanout.stats.BestShare;

/// How a fork's iterations become the one value that the fork stands for.
public enum ForkStatistic {
  /// Of times: the mean of the fastest three of five. What disturbs an iteration makes it slower.
  FASTEST,
  /// Of operations per time: the mean of the highest three of five.
  HIGHEST,
  /// All that was used ÷ all that was done, where iterations are alike.
  MEAN,
  /// One stray iteration does not move it.
  MEDIAN;

  /// Of a row's own time or throughput. Of sampled times every iteration holds all there were, and
  /// a single shot has no repetition to choose from.
  public static ForkStatistic of(GateRow row) {
    return switch (row.mode()) {
      case AverageTime -> FASTEST;
      case Throughput -> HIGHEST;
      case SampleTime, SingleShotTime, All -> MEDIAN;
    };
  }

  /// The value; as finite, and as positive, as the iterations are.
  public double of(IterationScores scores) {
    var values = scores.values().stream().mapToDouble(value -> value).toArray();
    return switch (this) {
      case FASTEST -> BestShare.lowest(values, BestShare.USUAL);
      case HIGHEST -> BestShare.highest(values, BestShare.USUAL);
      case MEAN -> BestShare.lowest(values, 1);
      case MEDIAN -> scores.median();
    };
  }
}
