package fanout.suite;

import fanout.measure.Hardware;
import fanout.result.Environment.Fingerprint;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.util.Version;

/// What this machine and this checkout are, for the record.
final class Machine {
  private Machine() {}

  static Fingerprint fingerprint(Plan plan, String stub, String payloads) {
    var hardware = Hardware.ofThisMachine();
    return new Fingerprint(
        hardware.cpu(),
        hardware.cores(),
        hardware.memoryBytes(),
        hardware.os(),
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
    var commit = Hardware.firstLine("git", "rev-parse", "HEAD");
    if (commit == null) {
      return null;
    }
    return Hardware.firstLine("git", "status", "--porcelain", "--untracked-files=no") == null
        ? commit
        : commit + "-dirty";
  }
}
