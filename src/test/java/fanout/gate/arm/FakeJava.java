package fanout.gate.arm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A script in java's place: JMH that lists one benchmark, and whose forks end well at once.
public final class FakeJava {
  /// What it lists.
  public static final String BENCHMARK = "demo.Work.run";

  private FakeJava() {}

  /// Puts the script into a folder; its forks leave no result.
  public static Path withoutResult(Path folder) throws IOException {
    return script(folder, "");
  }

  /// The same, whose forks leave `json` as JMH's result, whatever they are asked for.
  static Path leaving(Path folder, String json) throws IOException {
    var result = Files.writeString(folder.resolve("result.json"), json);
    return script(
        folder,
        """
        while [ "$1" != -rff ]; do shift; done
        cp '%s' "$2"
        """
            .formatted(result));
  }

  /// A JDK that tells its version and nothing else.
  public static Path ofVersion(Path folder, String version) throws IOException {
    return executable(
        folder,
        """
        #!/bin/sh
        echo '    java.specification.version = %s' >&2
        """
            .formatted(version));
  }

  private static Path script(Path folder, String fork) throws IOException {
    var start =
        """
        #!/bin/sh
        case "$*" in
          *' -lp'*) printf 'Benchmarks: \\n%s\\n'; exit;;
          *' -rff '*) ;;
          *) exit;;
        esac
        """
            .formatted(BENCHMARK);
    return executable(folder, start + fork);
  }

  private static Path executable(Path folder, String text) throws IOException {
    var script = Files.writeString(folder.resolve("java"), text);
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }
}
