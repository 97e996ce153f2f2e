package fanout.chart;

import java.util.Locale;

/// The charts of a run and of two runs. Their pictures bear these names.
public enum ChartName {
  THROUGHPUT,
  RATIO,
  LATENCY,
  SCALING,
  TIMELINE,
  RESOURCES,
  COLD_START,
  /// Two runs, each beside the other.
  BOTH;

  /// As files are named: `cold-start`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
