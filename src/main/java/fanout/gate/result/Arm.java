package fanout.gate.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one side of a comparison was.
///
/// @param label as the caller named it, such as a git ref or a file
/// @param jarSha256 of the jar that was measured, in hex
/// @param jdk vendor and version that its forks ran on
/// @param commit that the jar was built of, with `-dirty` where the tree had changes; null where
///   the arm is a jar
/// @param jvmArgs JVM arguments of this arm alone
public record Arm(
    String label, String jarSha256, String jdk, @Nullable String commit, List<String> jvmArgs) {
  public Arm {
    jvmArgs = List.copyOf(jvmArgs);
  }
}
