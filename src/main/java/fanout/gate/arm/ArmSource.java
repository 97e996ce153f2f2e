package fanout.gate.arm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where an arm comes from, as it was typed.
public sealed interface ArmSource {
  /// What shows that a folder holds stored results.
  List<String> RESULT_FILES =
      List.of("environment.json", "results.csv", "gate.json", "latest", "runs");

  /// Jars that are there already.
  record Jars(String typed, ClassPath classPath) implements ArmSource {}

  /// A commit, by any name that git knows.
  record Ref(String typed) implements ArmSource {}

  /// The files of the current folder as they are now.
  record WorkingTree() implements ArmSource {
    @Override
    public String typed() {
      return ".";
    }
  }

  /// As it was typed.
  String typed();

  /// Tells a jar, a class path, `.` and a git ref from each other. A file goes before a ref of the
  /// same name.
  ///
  /// @throws ArmException if it is a file but no jar, or a folder of stored results
  static ArmSource parse(String text) throws ArmException {
    if (text.isBlank()) {
      throw ArmException.usage("An arm is a JMH jar, a git ref or '.', got an empty text");
    }
    if (text.equals(".")) {
      return new WorkingTree();
    }
    if (ClassPath.isSeveral(text)) {
      var classPath = ClassPath.parse(text);
      return new Jars(classPath.brief(), classPath);
    }
    var path = Path.of(text);
    if (isResults(path)) {
      throw ArmException.usage(
          text
              + " holds stored results, which were measured at another time and are no arm;"
              + " scripts/chart A B shows two such folders side by side");
    }
    if (Files.isRegularFile(path) || Files.exists(path.resolve("META-INF/BenchmarkList"))) {
      return new Jars(text, ClassPath.parse(text));
    }
    if (text.endsWith(".jar")) {
      throw ArmException.usage("There is no file " + text);
    }
    return new Ref(text);
  }

  private static boolean isResults(Path path) {
    if (Files.isDirectory(path)) {
      return RESULT_FILES.stream().anyMatch(name -> Files.exists(path.resolve(name)));
    }
    var name = String.valueOf(path.getFileName());
    return Files.isRegularFile(path) && (name.endsWith(".json") || name.endsWith(".csv"));
  }
}
