package fanout.suite.report;

import fanout.suite.result.RunRecord;

/// Runs that charts must stand.
enum ChartedRun {
  ORDINARY,
  ONE_ROW,
  WITHOUT_INTERVALS,
  FEW_SAMPLES,
  INTERVALS_BELOW_ZERO,
  HOSTILE_NAMES;

  RunRecord run() {
    return switch (this) {
      case ORDINARY -> Runs.ordinary();
      case ONE_ROW -> Runs.oneRow();
      case WITHOUT_INTERVALS -> Runs.withoutIntervals();
      case FEW_SAMPLES -> Runs.fewSamples();
      case INTERVALS_BELOW_ZERO -> Runs.belowZero();
      case HOSTILE_NAMES -> Runs.hostile();
    };
  }
}
