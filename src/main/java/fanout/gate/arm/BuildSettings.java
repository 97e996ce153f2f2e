package fanout.gate.arm;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.PatternSyntaxException;

/// How a project's JMH jar is built from its sources.
///
/// @param command words of the command, run in the project's folder
/// @param jar where the jar is then, as a glob below that folder such as `target/*-jmh.jar`;
///   several globs with this system's path separator between them make a class path
public record BuildSettings(List<String> command, String jar) {
  /// What JMH's own Maven archetype needs.
  public static final String DEFAULT_COMMAND = "mvn -q -DskipTests package";

  public static final String DEFAULT_JAR = "target/benchmarks.jar";

  /// Splits the command, without a shell.
  ///
  /// @throws ArmException if there is no word in it, a quote is not closed, or `jar` is no glob
  public static BuildSettings parse(String command, String jar) throws ArmException {
    var words = ArgumentSplitter.split(command);
    if (words.isEmpty()) {
      throw ArmException.usage("--build needs a command such as '" + DEFAULT_COMMAND + "'");
    }
    if (jar.isBlank()) {
      throw ArmException.usage("--jar needs a path such as " + DEFAULT_JAR);
    }
    requireGlobs(jar);
    return new BuildSettings(words, jar);
  }

  /// Before a build that would be for nothing.
  private static void requireGlobs(String jar) throws ArmException {
    for (var glob : globs(jar)) {
      try {
        var _ = matcher(glob);
      } catch (PatternSyntaxException e) {
        throw ArmException.usage("--jar is no glob: " + glob + ": " + e.getDescription());
      }
    }
  }

  private static String[] globs(String jar) {
    return jar.split(File.pathSeparator, -1);
  }

  private static PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  /// Differs where the settings do, or the project: part of a built jar's place in the cache.
  ///
  /// @param place of the project's folder below the top of its repository
  String key(String place) {
    var text = place + "\n" + String.join("\n", command) + "\n\n" + jar;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /// The jars that the build left in `folder`.
  ///
  /// @throws ArmException if a glob names no jar, or one without `*.jar` at its end more than one
  List<Path> find(Path folder) throws ArmException {
    var found = new ArrayList<Path>();
    for (var glob : globs(jar)) {
      found.addAll(matches(folder, glob));
    }
    if (found.size() > 1 && !ClassPath.isSeveral(jar)) {
      throw ArmException.usage(
          "--jar "
              + jar
              + " names more than one file: "
              + found.stream().map(folder::relativize).toList());
    }
    return found;
  }

  private static List<Path> matches(Path folder, String glob) throws ArmException {
    var matcher = matcher(glob);
    try (var files = Files.walk(folder)) {
      var matches =
          files
              .filter(file -> matcher.matches(folder.relativize(file)))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (matches.isEmpty()) {
        throw ArmException.usage(
            "The build left no file "
                + glob
                + "; --jar says where the JMH jar is, such as target/*-jmh.jar");
      }
      return matches;
    } catch (IOException | UncheckedIOException e) {
      throw ArmException.build("The folder of the build cannot be read: " + e.getMessage(), e);
    }
  }
}
