package fanout.gate.run;

import fanout.gate.arm.ArmException;
import fanout.gate.arm.ArmJmh;
import fanout.gate.arm.BenchmarkRow;
import fanout.gate.arm.GateFolder;
import fanout.gate.arm.Jdk;
import fanout.gate.arm.JmhOptions;
import fanout.gate.arm.ResolvedArm;
import fanout.gate.result.Arm;
import java.io.IOException;
import java.util.List;

/// The two arms, ready to be run.
///
/// @param baseline what is compared with
/// @param candidate what is in question
/// @param folder what their forks need
public record ArmPair(ResolvedArm baseline, ResolvedArm candidate, GateFolder folder) {

  ArmJmh baseline(JmhOptions options) {
    return jmh(baseline, options);
  }

  ArmJmh candidate(JmhOptions options) {
    return jmh(candidate, options);
  }

  /// All forks of a round. The control's are of a copy of the baseline: a control that shared even
  /// its path could find nothing that is constant per build.
  RowForks forks(JmhOptions options) throws IOException {
    var control = baseline.copiedInto(folder.control());
    return new RowForks(baseline(options), candidate(options), jmh(control, options));
  }

  Arm baselineRecord() throws ArmException, IOException {
    return recordOf(baseline);
  }

  Arm candidateRecord() throws ArmException, IOException {
    return recordOf(candidate);
  }

  /// As [ResolvedArm#requireOneCollector], of both.
  void requireOneCollector(List<BenchmarkRow> rows) throws ArmException, IOException {
    baseline.requireOneCollector(rows);
    candidate.requireOneCollector(rows);
  }

  private ArmJmh jmh(ResolvedArm arm, JmhOptions options) {
    return new ArmJmh(arm, options, folder);
  }

  private static Arm recordOf(ResolvedArm arm) throws ArmException, IOException {
    return new Arm(
        arm.typed(), arm.digest(), Jdk.versionOf(arm.java()), arm.commit(), arm.jvmArgs());
  }
}
