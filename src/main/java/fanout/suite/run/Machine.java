package fanout.suite.run;

import fanout.measure.Hardware;
import fanout.os.Git;
import fanout.suite.plan.Plan;
import fanout.suite.result.Fingerprint;
import fanout.suite.result.RunPayloads;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.util.Version;

/// What this machine and this checkout are, for the record.
final class Machine {
  private Machine() {}

  static Fingerprint fingerprint(Plan plan, String stub, RunPayloads payloads) {
    return new Fingerprint(
        Hardware.ofThisMachine(),
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

  /// The commit of the checkout that the jar in use lies in; null outside git. It ends in `-dirty`
  /// where the checkout has changes, and in `-older-jar` where the jar is older than the commit and
  /// so was not built of it.
  static @Nullable String commit() {
    return commit(jarInUse());
  }

  static @Nullable String commit(Path jar) {
    var git = new Git(Files.isDirectory(jar) ? jar : jar.toAbsolutePath().resolveSibling(""));
    try {
      var head = git.head();
      return head.isEmpty() ? null : head.get() + (isOlderThanHead(jar, git) ? "-older-jar" : "");
    } catch (IOException _) {
      return null; // a machine without git
    }
  }

  /// A folder of classes has no time of its own.
  private static boolean isOlderThanHead(Path jar, Git git) throws IOException {
    return Files.isRegularFile(jar)
        && Files.getLastModifiedTime(jar).toInstant().isBefore(git.headTime());
  }

  private static Path jarInUse() {
    try {
      return Path.of(Machine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("It is not known which jar this is", e);
    }
  }
}
