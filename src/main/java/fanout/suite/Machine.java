package fanout.suite;

import com.sun.management.OperatingSystemMXBean;
import fanout.result.Environment.Fingerprint;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.util.Version;

/// What this machine and this checkout are, for the record.
final class Machine {
  private Machine() {}

  static Fingerprint fingerprint(Plan plan, String stub, String payloads) {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Fingerprint(
        cpu(),
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        jvmFlags(plan),
        Version.getPlainVersion(),
        plan.lengths(),
        stub,
        payloads);
  }

  /// JMH hands the arguments of this JVM to its forks.
  private static List<String> jvmFlags(Plan plan) {
    var inherited = ManagementFactory.getRuntimeMXBean().getInputArguments();
    return Stream.concat(plan.preset().jvmFlags().stream(), inherited.stream()).toList();
  }

  /// The commit of the checkout that this is run from, with `-dirty` where it has changes; null
  /// outside git.
  static @Nullable String commit() {
    var commit = firstLine("git", "rev-parse", "HEAD");
    if (commit == null) {
      return null;
    }
    return firstLine("git", "status", "--porcelain", "--untracked-files=no") == null
        ? commit
        : commit + "-dirty";
  }

  private static String cpu() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      var model = lines.filter(line -> line.startsWith("model name")).findFirst();
      if (model.isPresent()) {
        return model.get().substring(model.get().indexOf(':') + 1).strip();
      }
    } catch (IOException _) {
      // Not Linux: asked another way below.
    }
    var brand = firstLine("sysctl", "-n", "machdep.cpu.brand_string");
    return brand == null ? System.getProperty("os.arch") : brand;
  }

  /// The first line that a command prints; null where there is none, or no such command.
  private static @Nullable String firstLine(String... command) {
    try {
      var process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? output.lines().findFirst().orElse(null) : null;
    } catch (IOException _) {
      return null;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
