package fanout.gate.cli;

import fanout.gate.arm.ResolvedArm;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// What a project adds to a run of the gate: a server that both arms share, for one.
public interface SharedFixture extends AutoCloseable {
  /// Adds nothing.
  SharedFixture NONE =
      new SharedFixture() {
        @Override
        public List<String> jvmArgs() {
          return List.of();
        }

        @Override
        public List<String> notes(ResolvedArm baseline, ResolvedArm candidate) {
          return List.of();
        }

        @Override
        public void close() {}
      };

  /// Where one comes from.
  @FunctionalInterface
  interface Source {
    /// Opens it when the run begins.
    ///
    /// @param lines hears what is done, line by line
    /// @throws IOException with one sentence, if that fails
    SharedFixture open(Consumer<String> lines) throws IOException;
  }

  /// JVM arguments for the forks of both arms, which may be others in a run that is resumed.
  List<String> jvmArgs();

  /// What to know about the two arms, as sentences.
  List<String> notes(ResolvedArm baseline, ResolvedArm candidate) throws IOException;

  /// Ends it when the run ends.
  @Override
  void close();
}
