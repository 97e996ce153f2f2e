package fanout.program;

import fanout.os.JavaProgram;
import fanout.vocabulary.Strategy;
import java.util.List;

/// The command line of `scripts/fetch`, with its flags and its AOT cache, on this JVM's own Java.
/// The class path is to be given as the variable `CLASSPATH`.
final class JavaFetch {
  private JavaFetch() {}

  static List<String> command(Strategy strategy, ProgramSettings settings) {
    var concurrency = settings.concurrency();
    var words = JavaProgram.FETCH.javaWithFlags(List.of());
    words.addAll(
        List.of(
            JavaProgram.FETCH.mainClass(),
            "--strategy=" + strategy.commandLineName(),
            "--stub=" + settings.stub(),
            "--pause=" + settings.pause().toMillis() + "ms",
            "--threads=" + concurrency.threads(),
            "--processes=" + concurrency.processes(),
            "--in-flight=" + concurrency.inFlight()));
    return words;
  }
}
