package fanout.measure;

import com.sun.management.OperatingSystemMXBean;
import fanout.os.ChildProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The machine that this JVM runs on.
///
/// @param cpu the processor's model
/// @param cores processors that this JVM sees
/// @param memoryBytes physical memory
/// @param os name and version of the operating system
public record Hardware(String cpu, int cores, long memoryBytes, String os) {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /// Reads it from the system.
  public static Hardware ofThisMachine() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Hardware(
        model(),
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"));
  }

  /// The first line that a command prints; null where there is none, or no such command.
  private static @Nullable String firstLine(String... command) {
    try {
      var finished = ChildProcess.run(new ProcessBuilder(command), LIMIT);
      return finished.succeeded() ? finished.out().stream().findFirst().orElse(null) : null;
    } catch (IOException _) {
      return null;
    }
  }

  private static String model() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      var model = lines.filter(line -> line.startsWith("model name")).findFirst();
      if (model.isPresent()) {
        return model.get().substring(model.get().indexOf(':') + 1).strip();
      }
    } catch (IOException _) {
      // Not Linux: read another way below.
    }
    var brand = firstLine("sysctl", "-n", "machdep.cpu.brand_string");
    return brand == null ? System.getProperty("os.arch") : brand;
  }
}
