package fanout.gate.arm;

import fanout.measure.ForkProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Finds out what a `java` is.
public final class Jdk {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private Jdk() {}

  /// Vendor and version.
  ///
  /// @throws ArmException if it does not run
  public static String versionOf(Path java) throws ArmException {
    try {
      var command = List.of(java.toString(), "-XshowSettings:properties", "-version");
      var ended = ForkProcess.run(new ProcessBuilder(command), LIMIT);
      var said = Stream.concat(ended.out().stream(), ended.err().stream()).toList();
      if (ended.exitCode() != 0) {
        throw ArmException.usage(java + " is no java that runs: " + String.join(" / ", said));
      }
      return property(said, "java.vendor") + " " + property(said, "java.runtime.version");
    } catch (IOException e) {
      throw ArmException.usage(java + " cannot be run: " + e.getMessage());
    }
  }

  private static String property(List<String> lines, String name) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> line.startsWith(name + " = "))
        .map(line -> line.substring(name.length() + 3))
        .findFirst()
        .orElse("unknown");
  }
}
