package fanout.jvm;

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
  FETCH("fanout.cli.FetchCommand"),
  /// The child of the worker pool.
  WORKER("fanout.strategy.process.Worker");

  private final String mainClass;

  JavaProgram(String mainClass) {
    this.mainClass = mainClass;
  }

  public String mainClass() {
    return mainClass;
  }

  /// JVM flags, from the argument file that `scripts/fetch` reads too.
  public List<String> flags() {
    var file = typedName() + ".args";
    try (var in = JavaProgram.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + file + " beside " + JavaProgram.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
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

  /// As it stands in file names: `fetch`.
  String typedName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
