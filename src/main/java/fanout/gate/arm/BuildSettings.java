package fanout.gate.arm;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
  /// @throws ArmException if there is no word in it, or a quote is not closed
  public static BuildSettings parse(String command, String jar) throws ArmException {
    var words = Words.split(command);
    if (words.isEmpty()) {
      throw ArmException.usage("--build needs a command such as '" + DEFAULT_COMMAND + "'");
    }
    if (jar.isBlank()) {
      throw ArmException.usage("--jar needs a path such as " + DEFAULT_JAR);
    }
    return new BuildSettings(words, jar);
  }

  /// Differs where the settings do: part of a built jar's place in the cache.
  String key() {
    var text = String.join("\n", command) + "\n\n" + jar;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /// The jars that the build left in `folder`.
  ///
  /// @throws ArmException if a glob names no jar, or one without `*.jar` at its end more than one
  List<Path> find(Path folder) throws ArmException {
    var found = new ArrayList<Path>();
    for (var glob : jar.split(File.pathSeparator, -1)) {
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
    var matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
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
