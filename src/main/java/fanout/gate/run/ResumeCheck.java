package fanout.gate.run;

import fanout.gate.arm.ArmException;
import fanout.gate.result.Arm;
import fanout.gate.result.GateRun;
import fanout.measure.Hardware;
import java.io.IOException;
import java.util.Objects;

/// A run is resumed only by what began it: the same arms, settings and machine, but for the budget.
final class ResumeCheck {
  private ResumeCheck() {}

  /// @param now the machine
  /// @throws GateException if something differs, with both values
  static void require(GateRun before, GateSession session, Hardware now)
      throws GateException, ArmException, IOException {
    requireHost(before.host(), now);
    same("baseline", before.baseline(), session.arms().baselineRecord());
    same("candidate", before.candidate(), session.arms().candidateRecord());
    var requested = session.request().settings(before.settings().maxPairs());
    same("settings", before.settings(), requested.withBudget(before.settings().budgetSeconds()));
  }

  /// What scores depend on: a kernel that was updated, or memory that was added, is no other
  /// machine.
  static void requireHost(Hardware before, Hardware now) throws GateException {
    same("processors", before.cpu(), now.cpu());
    same("numbers of cores", before.cores(), now.cores());
  }

  private static void same(String what, Arm before, Arm now) throws GateException {
    same(what + "'s code", before.jarSha256(), now.jarSha256());
    same(what + "'s JDK", before.jdk(), now.jdk());
    same(what + "'s JVM arguments", before.jvmArgs(), now.jvmArgs());
  }

  private static void same(String what, Object before, Object now) throws GateException {
    if (!Objects.equals(before, now)) {
      throw GateException.usage(
          "The run cannot be resumed, as the %s differ: %s then, %s now"
              .formatted(what, before, now));
    }
  }
}
