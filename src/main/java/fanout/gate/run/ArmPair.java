package fanout.gate.run;

import fanout.gate.arm.ArmException;
import fanout.gate.arm.ArmJmh;
import fanout.gate.arm.GateFolder;
import fanout.gate.arm.Jdk;
import fanout.gate.arm.JmhOptions;
import fanout.gate.arm.ResolvedArm;
import fanout.gate.result.Arm;
import java.io.IOException;

/// The two arms, ready to be run.
///
/// @param baseline what is compared with
/// @param candidate what is in question
/// @param folder what their forks need
public record ArmPair(ResolvedArm baseline, ResolvedArm candidate, GateFolder folder) {

  RowForks forks(JmhOptions options) {
    return new RowForks(jmh(baseline, options), jmh(candidate, options));
  }

  Arm baselineRecord() throws ArmException, IOException {
    return recordOf(baseline);
  }

  Arm candidateRecord() throws ArmException, IOException {
    return recordOf(candidate);
  }

  private ArmJmh jmh(ResolvedArm arm, JmhOptions options) {
    return new ArmJmh(arm, options, folder);
  }

  private static Arm recordOf(ResolvedArm arm) throws ArmException, IOException {
    return new Arm(
        arm.typed(), arm.digest(), Jdk.versionOf(arm.java()), arm.commit(), arm.jvmArgs());
  }
}
