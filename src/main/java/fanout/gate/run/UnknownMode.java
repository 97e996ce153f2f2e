package fanout.gate.run;

import fanout.gate.arm.BenchmarkRow;
import fanout.gate.result.GateRow;
import org.openjdk.jmh.annotations.Mode;

/// The row of a benchmark that failed before its mode was seen: it is named, and never judged.
final class UnknownMode {
  private UnknownMode() {}

  static GateRow row(BenchmarkRow row) {
    return new GateRow(row.benchmark(), row.params(), Mode.AverageTime, "unknown", null);
  }
}
