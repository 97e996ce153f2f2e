package fanout.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A program of this project that runs in JVMs of its own, where its start counts.
public enum JavaProgram {
  /// What `scripts/fetch` runs.
  FETCH("fanout.cli.fetch.FetchCommand"),
  /// The child of the worker pool.
  WORKER("fanout.strategy.process.Worker");

  /// Serial collector: workers run beside each other, so that none needs collector threads of its
  /// own. The compilers stay as they are: C1 alone starts faster, but decodes slower for as long as
  /// the pool lives. What the JVM prints goes to standard error, since standard output carries
  /// frames; an AOT cache that is missing or of another JDK is passed over without a word. No
  /// `hsperfdata` file, which a killed worker would leave behind. One carrier of virtual threads
  /// more than there are processors, as the one that waits for input keeps its own.
  private static final List<String> WORKER_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms64m",
          "-Xmx1g",
          "-XX:-UsePerfData",
          "-XX:+DisplayVMOutputToStderr",
          "-Xlog:disable",
          "-Xlog:all=warning:stderr",
          "-Xlog:aot*=off:stderr",
          "-Djdk.virtualThreadScheduler.parallelism="
              + (Runtime.getRuntime().availableProcessors() + 1),
          "--sun-misc-unsafe-memory-access=allow");

  private final String mainClass;

  JavaProgram(String mainClass) {
    this.mainClass = mainClass;
  }

  public String mainClass() {
    return mainClass;
  }

  /// JVM flags, without the AOT cache.
  public List<String> flags() {
    return switch (this) {
      case FETCH -> argumentFile("fetch.args");
      case WORKER -> WORKER_FLAGS;
    };
  }

  /// The first words of a command line: this JVM's own Java, the flags and the AOT cache where
  /// there is one. What follows is the main class with its arguments; the class path is to be given
  /// as the variable `CLASSPATH`.
  ///
  /// @param moreFlags JVM flags after those of the program, which they override
  /// @return a list that may be added to
  public List<String> javaWithFlags(List<String> moreFlags) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(flags());
    AotCache.ofThisJvm(this).ifPresent(cache -> words.add("-XX:AOTCache=" + cache));
    words.addAll(moreFlags);
    return words;
  }

  /// Whether its JVMs start from its AOT cache; without, they start slower. Starts one to see.
  public boolean startsFromAotCache() {
    return AotCache.ofThisJvm(this).isPresent() && AotCache.isAccepted(javaWithFlags(List.of()));
  }

  /// An argument file of the `java` command, one flag a line, which `scripts/fetch` reads too.
  private static List<String> argumentFile(String name) {
    try (var in = JavaProgram.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + name + " beside " + JavaProgram.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(JavaProgram::withoutQuotes)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }

  private static String withoutQuotes(String line) {
    return line.startsWith("\"") && line.endsWith("\"")
        ? line.substring(1, line.length() - 1)
        : line;
  }

  /// As it stands in file names: `fetch`.
  public String typedName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
