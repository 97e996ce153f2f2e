package fanout.gate.cli;

import fanout.gate.arm.ReadyArm;
import java.io.IOException;
import java.util.List;

/// What a project adds to a run of the gate: a server that both arms share, for one.
public interface GateCompanion {
  /// Adds nothing.
  GateCompanion NONE =
      new GateCompanion() {
        @Override
        public List<String> jvmArgs() {
          return List.of();
        }

        @Override
        public List<String> notes(ReadyArm baseline, ReadyArm candidate) {
          return List.of();
        }
      };

  /// JVM arguments for the forks of both arms, which may be others in a run that is gone on with.
  List<String> jvmArgs();

  /// What to know about the two arms, as sentences.
  List<String> notes(ReadyArm baseline, ReadyArm candidate) throws IOException;
}
