package fanout.gate.arm;

import java.io.IOException;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/// What an arm's benchmarks are annotated with, as JMH's list in the arm says: known before any of
/// them runs.
///
/// @param jmhVersion such as `1.37`; null where the arm does not tell
/// @param benchmarks each mode of each benchmark, by name; without what cannot be read
/// @param arguments JVM arguments of each benchmark, likewise
public record Annotations(
    @Nullable String jmhVersion,
    Map<String, Map<Mode, AnnotatedBenchmark>> benchmarks,
    Map<String, AnnotatedArguments> arguments) {
  private static final String LIST = "META-INF/BenchmarkList";
  private static final String PROPERTIES = "jmh.properties";
  private static final String VERSION = "jmh.version";

  /// Where nothing can be read.
  public static final Annotations UNKNOWN = new Annotations(null, Map.of(), Map.of());

  /// Reads them from jars and folders.
  static Annotations of(ClassPath classPath) throws IOException {
    var benchmarks = new HashMap<String, Map<Mode, AnnotatedBenchmark>>();
    var arguments = new HashMap<String, AnnotatedArguments>();
    for (var list : classPath.texts(LIST)) {
      list.lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> add(benchmarks, arguments, line));
    }
    return new Annotations(
        version(classPath.texts(PROPERTIES)), Map.copyOf(benchmarks), Map.copyOf(arguments));
  }

  /// The modes of a benchmark; none where nothing is known of it.
  public Map<Mode, AnnotatedBenchmark> of(String benchmark) {
    return benchmarks.getOrDefault(benchmark, Map.of());
  }

  /// The JVM arguments of a benchmark; none where nothing is known of it.
  AnnotatedArguments argumentsOf(String benchmark) {
    return arguments.getOrDefault(benchmark, AnnotatedArguments.NONE);
  }

  /// JMH's own format, which an arm's JMH may write in another way: then nothing is known.
  private static void add(
      Map<String, Map<Mode, AnnotatedBenchmark>> benchmarks,
      Map<String, AnnotatedArguments> arguments,
      String line) {
    try {
      var entry = new BenchmarkListEntry(line);
      benchmarks
          .computeIfAbsent(entry.getUsername(), _ -> new EnumMap<>(Mode.class))
          .putAll(AnnotatedBenchmark.parse(entry));
      arguments.put(entry.getUsername(), AnnotatedArguments.parse(entry));
    } catch (RuntimeException _) {
      // What is not known differs in nothing, and the pilots will show how long it takes.
    }
  }

  /// A JVM takes the first that it finds.
  private static @Nullable String version(List<String> texts) throws IOException {
    if (texts.isEmpty()) {
      return null;
    }
    var properties = new Properties();
    properties.load(new StringReader(texts.getFirst()));
    return properties.getProperty(VERSION);
  }
}
