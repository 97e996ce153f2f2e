package fanout.program;

import fanout.os.JavaProgram;
import fanout.strategy.Strategies;
import fanout.vocabulary.Program;
import fanout.vocabulary.PythonProgram;
import fanout.vocabulary.Strategy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What can be timed from exec to exit here, and by which command line: `scripts/fetch` with each
/// strategy, and the Python counterparts of `scripts/peers/fetch.py`.
public final class Programs {
  private Programs() {}

  /// Why a program cannot be run here, as a sentence, or empty if it can.
  public static Optional<String> unavailable(Program program) {
    return switch (program) {
      case Strategy strategy -> Strategies.unavailable(strategy);
      case PythonProgram python ->
          python.usesRequests() ? Python.missingRequests() : Python.missing();
    };
  }

  /// Whether programs in Java start from the AOT caches that the build makes: without, they start
  /// slower, and a run says so.
  public static boolean startFromAotCaches() {
    return AotCachesSeen.ALL;
  }

  /// Seen once: it starts JVMs.
  private static final class AotCachesSeen {
    static final boolean ALL =
        Arrays.stream(JavaProgram.values()).allMatch(JavaProgram::startsFromAotCache);
  }

  /// The whole command line.
  ///
  /// @param script where `fetch.py` is, which only a program in Python needs
  static List<String> command(Program program, ProgramSettings settings, Path script) {
    return switch (program) {
      case Strategy strategy -> JavaFetch.command(strategy, settings);
      case PythonProgram python -> Python.command(script, python, settings);
    };
  }
}
