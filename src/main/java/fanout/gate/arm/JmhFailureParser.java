package fanout.gate.arm;

import fanout.os.FinishedProcess;
import fanout.os.LastWords;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Finds one sentence in what JMH printed about a failure.
final class JmhFailureParser {
  private static final Pattern FORK_DIED =
      Pattern.compile("<(?:forked VM failed with exit code|failure: VM prematurely exited).*");
  private static final Pattern THROWN =
      Pattern.compile("[\\w.$]+(?:Exception|Error|Failure|Throwable)[\\w$]*(?:: .*)?");
  private static final int LAST_LINES = 3;

  private JmhFailureParser() {}

  /// Why a fork failed: what the benchmark threw, or the last words of its JVM.
  static String ofFork(FinishedProcess ended) {
    var out = ended.out();
    int failure = indexOf(out, line -> line.contains("<failure>"));
    if (failure >= 0) {
      return out.stream()
          .skip(failure + 1L)
          .map(String::strip)
          .filter(line -> THROWN.matcher(line).matches())
          .filter(line -> !line.startsWith("org.openjdk.jmh."))
          .findFirst()
          .map(JmhFailureParser::withoutOwnClass)
          .orElseGet(() -> "the benchmark failed" + lastWords(out));
    }
    int died = indexOf(out, line -> FORK_DIED.matcher(line).matches());
    if (died >= 0) {
      return out.get(died).replaceAll("[<>]", "") + lastWords(out.subList(died + 1, out.size()));
    }
    return "JMH ended with exit code "
        + ended.exitCode()
        + lastWords(ended.err().isEmpty() ? out : ended.err());
  }

  /// Why benchmarks could not be listed.
  static String ofListing(ResolvedArm arm, FinishedProcess ended) {
    var all = String.join("\n", ended.err());
    if (all.contains("/META-INF/BenchmarkList")
        || all.contains("ClassNotFoundException: org.openjdk.jmh.Main")) {
      return "'%s' is no JMH jar: it has no %s; an arm is a JMH jar (or a class path with one), a git ref or '.'"
          .formatted(
              arm.typed(),
              all.contains("/META-INF/BenchmarkList") ? "list of benchmarks" : "JMH in it");
    }
    return "The benchmarks of '%s' cannot be listed with %s%s"
        .formatted(arm.typed(), arm.java(), lastWords(ended.err()));
  }

  /// An `IllegalStateException` says no more than its message does.
  private static String withoutOwnClass(String thrown) {
    return thrown.startsWith("java.lang.IllegalStateException: ")
        ? thrown.substring(thrown.indexOf(' ') + 1)
        : thrown;
  }

  private static String lastWords(List<String> lines) {
    var words =
        LastWords.inOneLine(
            lines.stream().map(String::strip).filter(line -> !isJmhs(line)), LAST_LINES);
    return words.isEmpty() ? "" : ": " + words;
  }

  private static boolean isJmhs(String line) {
    return line.startsWith("<")
        || line.startsWith("#")
        || line.startsWith("at ")
        || line.startsWith("WARNING:")
        || line.startsWith("... ")
        || line.startsWith("Benchmark had encountered error");
  }

  private static int indexOf(List<String> lines, Predicate<String> wanted) {
    for (int i = 0; i < lines.size(); i++) {
      if (wanted.test(lines.get(i))) {
        return i;
      }
    }
    return -1;
  }
}
