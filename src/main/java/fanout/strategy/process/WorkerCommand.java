package fanout.strategy.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How a worker JVM is started: this JVM's own Java and class path, and no shell.
///
/// @param mainClass what it runs
/// @param jvmFlags flags beyond [#JVM_FLAGS], which they override
/// @param environment variables beyond those of this process
record WorkerCommand(String mainClass, List<String> jvmFlags, Map<String, String> environment) {
  /// System property with further JVM flags for workers, separated by spaces, such as
  /// `-XX:TieredStopAtLevel=1`.
  static final String JVM_ARGS_PROPERTY = "fanout.worker.jvmArgs";

  /// The flags of every worker.
  ///
  /// Serial collector: workers run beside each other, so that none needs collector threads of its
  /// own. The compilers stay as they are: C1 alone starts faster, but decodes slower for as long as
  /// the pool lives. What the JVM prints goes to standard error, since standard output carries
  /// frames. No `hsperfdata` file, which a killed worker would leave behind.
  static final List<String> JVM_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms64m",
          "-Xmx1g",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+DisplayVMOutputToStderr",
          "-Xlog:disable",
          "-Xlog:all=warning:stderr",
          "--sun-misc-unsafe-memory-access=allow");

  /// The worker of this package, with the flags of [#JVM_ARGS_PROPERTY].
  static WorkerCommand standard() {
    var jvmArgs = System.getProperty(JVM_ARGS_PROPERTY, "").strip();
    var flags = jvmArgs.isEmpty() ? List.<String>of() : List.of(jvmArgs.split("\\s+", -1));
    return new WorkerCommand(Worker.class.getName(), flags, Map.of());
  }

  Process start() throws IOException {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(JVM_FLAGS);
    line.addAll(jvmFlags);
    line.add(mainClass);
    var builder = new ProcessBuilder(line);
    // As a variable a class path may hold spaces, and be longer than what people like to see in ps.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
