package fanout.gate.arm;

import fanout.measure.ForkProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Finds out what a `java` is.
public final class Jdk {
  /// What the probes are compiled for.
  private static final int OLDEST = 11;

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private Jdk() {}

  /// Vendor and version.
  ///
  /// @throws ArmException if it does not run
  public static String versionOf(Path java) throws ArmException {
    var said = settings(java);
    return property(said, "java.vendor") + " " + property(said, "java.runtime.version");
  }

  /// Checks that the gate's probes run on it.
  ///
  /// @throws ArmException if it is older than they need, or does not run
  public static void requireProbesRun(Path java) throws ArmException {
    var version = property(settings(java), "java.specification.version");
    if (version.matches("1\\..*|9|10")) {
      throw ArmException.usage(
          "%s is Java %s, and the gate measures with Java %d or later: name another with --base-java or --candidate-java"
              .formatted(java, version, OLDEST));
    }
  }

  private static List<String> settings(Path java) throws ArmException {
    try {
      var command = List.of(java.toString(), "-XshowSettings:properties", "-version");
      var ended = ForkProcess.run(new ProcessBuilder(command), LIMIT);
      var said = Stream.concat(ended.out().stream(), ended.err().stream()).toList();
      if (ended.exitCode() != 0) {
        throw ArmException.usage(java + " is no java that runs: " + String.join(" / ", said));
      }
      return said;
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
