package fanout.os;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the AOT cache of a program lies: beside the jar that it was made from.
///
/// JDK 25 does not see that a jar was exchanged after its cache was made, and runs the old classes.
/// So the name of a cache has the jar's length in it, and a cache that is older than the jar is not
/// used.
///
/// @see <a href="https://bugs.openjdk.org/browse/JDK-8377932">JDK-8377932</a>
public final class AotCache {
  /// A JVM that prints its version needs a tenth of a second.
  private static final Duration RESPONSE_LIMIT = Duration.ofSeconds(20);

  private AotCache() {}

  /// The file that the cache of `program` is made as, such as `fetch-40091483.aot`.
  ///
  /// @throws IOException if `jar` cannot be read
  public static Path fileFor(JavaProgram program, Path jar) throws IOException {
    var name = program.typedName() + "-" + Files.size(jar) + ".aot";
    return jar.toAbsolutePath().resolveSibling(name);
  }

  /// Deletes the caches of `program` that were made beside `jar`, whichever jar they were made
  /// from.
  public static void deleteAll(JavaProgram program, Path jar) throws IOException {
    var folder = jar.toAbsolutePath().getParent();
    try (var caches = Files.newDirectoryStream(folder, program.typedName() + "-*.aot*")) {
      for (var cache : caches) {
        Files.delete(cache);
      }
    }
  }

  /// The cache to use for `program` from the jar that is this JVM's whole class path; empty where
  /// there is none, or only a stale one.
  public static Optional<Path> ofThisJvm(JavaProgram program) {
    var classPath = System.getProperty("java.class.path");
    return classPath.contains(File.pathSeparator)
        ? Optional.empty()
        : usable(program, Path.of(classPath));
  }

  /// Whether a JVM starts from a cache. One of another build than made it passes it over without a
  /// word, so that one is started which does nothing else.
  ///
  /// @param java the command line up to its flags, with the cache and without a main class; the
  ///   class path is this JVM's
  static boolean isAccepted(List<String> java) {
    var words = new ArrayList<>(java);
    words.addAll(List.of("-XX:AOTMode=on", "-version"));
    var builder = new ProcessBuilder(words);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    try {
      return ChildProcess.run(builder, RESPONSE_LIMIT).succeeded();
    } catch (IOException _) {
      return false;
    }
  }

  static Optional<Path> usable(JavaProgram program, Path jar) {
    try {
      var cache = fileFor(program, jar);
      return Files.isRegularFile(jar)
              && Files.isRegularFile(cache)
              && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) > 0
          ? Optional.of(cache)
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // without a cache it is only slower
    }
  }
}
