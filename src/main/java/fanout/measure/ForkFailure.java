package fanout.measure;

import fanout.os.LastWords;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.BenchmarkException;

/// Finds the words of a failed fork: JMH wraps what a benchmark threw several times.
final class ForkFailure {
  private static final int OUTPUT_LINES = 3;

  private ForkFailure() {}

  /// The message of what was thrown in the fork, or the last lines that it printed.
  static String sentence(Throwable thrown, ForkOutput output) {
    var own = benchmarksOwn(thrown);
    if (own == null) {
      return oneLine(words(thrown));
    }
    if (own instanceof IllegalStateException
        && own.getMessage() != null
        && own.getMessage().startsWith("Forked VM failed")) {
      return oneLine(own.getMessage() + lastWords(output));
    }
    return oneLine(words(own));
  }

  private static String words(Throwable thrown) {
    return thrown.getMessage() == null ? thrown.getClass().getName() : thrown.getMessage();
  }

  /// The innermost throwable below JMH's wrapping; null where there is none.
  private static @Nullable Throwable benchmarksOwn(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var open = new ArrayDeque<Throwable>();
    open.add(thrown);
    while (!open.isEmpty()) {
      var next = open.poll();
      if (!seen.add(next)) {
        continue;
      }
      if (next instanceof BenchmarkException) {
        for (var suppressed : next.getSuppressed()) {
          if (!(suppressed instanceof BenchmarkException)) {
            return unwrapped(suppressed);
          }
          open.add(suppressed);
        }
      }
      if (next.getCause() != null) {
        open.add(next.getCause());
      }
    }
    return null;
  }

  /// Reflection wraps what `@Setup` threw.
  private static Throwable unwrapped(Throwable thrown) {
    var cause = thrown.getCause();
    return thrown instanceof ReflectiveOperationException && cause != null
        ? unwrapped(cause)
        : thrown;
  }

  private static String lastWords(ForkOutput output) {
    var own = output.lines().stream().map(String::strip).filter(line -> !isJmhs(line));
    var words = LastWords.inOneLine(own, OUTPUT_LINES);
    return words.isEmpty() ? "" : ", its last words: " + words;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " / ");
  }

  private static boolean isJmhs(String line) {
    return line.startsWith("<")
        || line.startsWith("#")
        || line.startsWith("Benchmark had encountered error");
  }
}
