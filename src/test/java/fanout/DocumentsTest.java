package fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people read names only what exists.
class DocumentsTest {
  private static final Path ARCHITECTURE = Path.of("ARCHITECTURE.md");
  private static final List<Path> SOURCES =
      List.of(
          Path.of("src/main/java/fanout"),
          Path.of("src/main/java11/fanout"),
          Path.of("src/cluster/java/fanout"),
          Path.of("src/test/java/fanout"));

  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

  /// Files of this project, as text and commands name them.
  private static final Pattern FILE =
      Pattern.compile(
          "(?<![\\w./-])((?:scripts|src|docs|\\.ci|\\.github)/[\\w./-]*\\w)(?![\\w<*…])");

  /// `fanout.gate.run`, or a class in it.
  private static final Pattern FULL_NAME = Pattern.compile("(?<![\\w.$-])fanout(?:\\.\\w+)+");

  /// `gate/run/GateSession`, the way `ARCHITECTURE.md` names a class.
  private static final Pattern CLASS = Pattern.compile("`((?:[a-z]\\w*/)+[A-Z]\\w*)`");

  static Stream<Path> documents() throws IOException {
    try (var docs = Files.list(Path.of("docs"))) {
      return Stream.concat(
          Stream.of(
              Path.of("README.md"),
              Path.of("CONTRIBUTING.md"),
              ARCHITECTURE,
              Path.of("benchmarks-results/README.md")),
          docs.toList().stream())
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsSomewhere(Path document) throws IOException {
    assertThat(found(LINK, document))
        .filteredOn(target -> !target.matches("[a-z]+:.*"))
        .allSatisfy(target -> assertThat(document.resolveSibling(target)).exists());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyFileThatIsNamedExists(Path document) throws IOException {
    assertThat(found(FILE, document)).allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyPackageOrClassThatIsNamedExists(Path document) throws IOException {
    assertThat(found(FULL_NAME, document))
        .filteredOn(name -> !isProperty(name))
        .allMatch(name -> exists(name.substring("fanout.".length()).replace('.', '/')));
    assertThat(found(CLASS, document)).allMatch(DocumentsTest::exists);
  }

  @Test
  void theArchitectureNamesEveryPackage() throws IOException {
    var text = Files.readString(ARCHITECTURE);
    for (var root : SOURCES.subList(0, 3)) {
      try (var files = Files.walk(root)) {
        assertThat(files.filter(file -> file.endsWith("package-info.java")).toList())
            .map(file -> root.relativize(file.getParent()).toString().replace('/', '.'))
            .allSatisfy(name -> assertThat(text).containsPattern("(?m)^.{12}\\Q" + name + "\\E "));
      }
    }
  }

  /// `-Dfanout.requests.uri=…`.
  private static boolean isProperty(String name) {
    return name.startsWith("fanout.requests.") || name.startsWith("fanout.evidence.");
  }

  private static boolean exists(String path) {
    return SOURCES.stream()
        .anyMatch(
            root -> Files.exists(root.resolve(path)) || Files.exists(root.resolve(path + ".java")));
  }

  private static List<String> found(Pattern pattern, Path document) throws IOException {
    return pattern
        .matcher(Files.readString(document))
        .results()
        .map(DocumentsTest::name)
        .distinct()
        .toList();
  }

  private static String name(MatchResult match) {
    return match.groupCount() == 0 ? match.group() : match.group(1);
  }
}
