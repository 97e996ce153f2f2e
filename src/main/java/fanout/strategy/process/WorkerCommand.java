package fanout.strategy.process;

import fanout.os.ChildProcess;
import fanout.os.JavaProgram;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// How a worker JVM is started: this JVM's own Java and class path, and no shell.
///
/// @param mainClass what it runs
/// @param jvmFlags flags beyond those of every worker, which they override
/// @param environment variables beyond those of this process
record WorkerCommand(String mainClass, List<String> jvmFlags, Map<String, String> environment) {
  /// System property with further JVM flags for workers, separated by spaces, such as
  /// `-XX:TieredStopAtLevel=1`.
  static final String JVM_ARGS_PROPERTY = "fanout.worker.jvmArgs";

  /// The worker of this package, with the flags of [#JVM_ARGS_PROPERTY].
  static WorkerCommand standard() {
    var jvmArgs = System.getProperty(JVM_ARGS_PROPERTY, "").strip();
    var flags = jvmArgs.isEmpty() ? List.<String>of() : List.of(jvmArgs.split("\\s+", -1));
    return new WorkerCommand(JavaProgram.WORKER.mainClass(), flags, Map.of());
  }

  ChildProcess start() throws IOException {
    var words = JavaProgram.WORKER.javaWithFlags(jvmFlags);
    words.add(mainClass);
    var builder = new ProcessBuilder(words);
    // As a variable a class path may hold spaces, and be longer than what people like to see in ps.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().putAll(environment);
    return ChildProcess.start(builder);
  }
}
