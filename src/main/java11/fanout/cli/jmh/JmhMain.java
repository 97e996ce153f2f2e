package fanout.cli.jmh;

import java.util.Arrays;
import java.util.stream.Stream;

/// Entry point of `benchmarks.jar`: plain JMH, with three differences. It is compiled for Java 11,
/// so that an older Java than the suite's gets a sentence instead of an empty table. A benchmark
/// that fails ends the run (`-foe true`), unless the caller says otherwise. And what cannot run on
/// this machine is skipped, unless the caller asks for it.
public final class JmhMain {
  private static final int REQUIRED_JAVA = 25;
  private static final int EXIT_USAGE = 64;

  private JmhMain() {}

  /// Runs JMH with `args`, or exits with 64 on a Java that is too old.
  public static void main(String[] args) throws Exception {
    int feature = Runtime.version().feature();
    if (feature < REQUIRED_JAVA) {
      System.err.println(
          "These benchmarks need Java "
              + REQUIRED_JAVA
              + " or newer, but this is Java "
              + feature
              + ": run them with a newer java.");
      System.exit(EXIT_USAGE);
    }
    org.openjdk.jmh.Main.main(failingOnError(runnable(args)));
  }

  /// Compiled later than this class, and for a newer Java.
  private static String[] runnable(String[] args) throws ReflectiveOperationException {
    return (String[])
        Class.forName("fanout.cli.jmh.PlainJmh")
            .getMethod("arguments", String[].class)
            .invoke(null, (Object) args);
  }

  /// JMH by itself goes on after a failed benchmark and exits with 0.
  private static String[] failingOnError(String[] args) {
    if (Arrays.asList(args).contains("-foe")) {
      return args;
    }
    return Stream.concat(Stream.of(args), Stream.of("-foe", "true")).toArray(String[]::new);
  }
}
