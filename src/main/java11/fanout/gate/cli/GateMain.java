package fanout.gate.cli;

import java.lang.reflect.InvocationTargetException;

/// Entry point of `fanout-gate.jar`, compiled for Java 11 so that an older Java than the gate's
/// gets a sentence. The arms may run on any Java: see `--base-java` and `--candidate-java`.
public final class GateMain {
  private static final int REQUIRED_JAVA = 25;
  private static final int EXIT_USAGE = 64;

  private GateMain() {}

  /// Runs the gate with `args`, or exits with 64 on a Java that is too old.
  public static void main(String[] args) throws ReflectiveOperationException {
    int feature = Runtime.version().feature();
    if (feature < REQUIRED_JAVA) {
      System.err.println(
          "The gate needs Java "
              + REQUIRED_JAVA
              + " or newer, but this is Java "
              + feature
              + ": run it with a newer java, and name this one with --base-java and"
              + " --candidate-java where the benchmarks need it.");
      System.exit(EXIT_USAGE);
    }
    try {
      // Compiled later than this class, and for a newer Java.
      Class.forName("fanout.gate.cli.GateCommand")
          .getMethod("main", String[].class)
          .invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
