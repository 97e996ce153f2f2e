package fanout.gate.arm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One of the two things that are compared: code, the JDK that runs it, and its JVM arguments.
///
/// @param typed what was asked for
/// @param commit the commit that it was built from; null where it was not
/// @param classPath with the benchmarks and their JMH
/// @param java the `java` that runs it
/// @param jvmArgs arguments of its forks, before those that a benchmark asks for itself
/// @param surroundings more of them, which name what both arms share in this run, such as the
///   address of a server: no part of the arm, and not recorded
public record ResolvedArm(
    String typed,
    @Nullable String commit,
    ClassPath classPath,
    Path java,
    List<String> jvmArgs,
    List<String> surroundings) {

  /// Gets an arm, and builds it where it must be built.
  ///
  /// @param build how, where it must
  /// @param aside where jars of the working tree are put
  public static ResolvedArm of(
      ArmSource source, Path java, List<String> jvmArgs, ArmBuild build, ArmBuild.Aside aside)
      throws ArmException {
    return switch (source) {
      case ArmSource.Jars jars ->
          new ResolvedArm(jars.typed(), null, jars.classPath(), java, jvmArgs, List.of());
      case ArmSource.Ref ref -> of(ref, build.ofRef(ref.typed()), java, jvmArgs);
      case ArmSource.WorkingTree tree -> of(tree, build.ofWorkingTree(aside), java, jvmArgs);
    };
  }

  private static ResolvedArm of(
      ArmSource source, ArmBuild.Built built, Path java, List<String> jvmArgs) {
    return new ResolvedArm(
        source.typed(), built.commit(), built.classPath(), java, jvmArgs, List.of());
  }

  /// The same arm in other surroundings.
  public ResolvedArm in(List<String> others) {
    return new ResolvedArm(typed, commit, classPath, java, jvmArgs, others);
  }

  /// The same code, copied: what depends on where it lies may differ, and nothing else.
  public ResolvedArm copiedInto(Path folder) throws IOException {
    var copy = classPath.copiedInto(folder);
    return new ResolvedArm(typed, commit, copy, java, jvmArgs, surroundings);
  }

  /// Finds `java` in what was typed: the program itself, or the folder of a JDK.
  ///
  /// @throws ArmException if there is none
  public static Path java(String typed) throws ArmException {
    var path = Path.of(typed).toAbsolutePath().normalize();
    var java = Files.isDirectory(path) ? path.resolve("bin").resolve("java") : path;
    if (!Files.isExecutable(java) || Files.isDirectory(java)) {
      throw ArmException.usage(
          "There is no java at " + typed + "; name the program, or the folder of a JDK");
    }
    return java;
  }

  /// The `java` that runs this JVM.
  public static Path ownJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /// Hexadecimal digits that are equal where the code is.
  public String digest() throws IOException {
    return classPath.digest();
  }

  /// What its benchmarks are annotated with.
  public Annotations annotations() throws IOException {
    return Annotations.of(classPath);
  }

  /// Those of its own and of its surroundings.
  List<String> allJvmArgs() {
    return Stream.concat(jvmArgs.stream(), surroundings.stream()).toList();
  }

  /// Checks that the forks of these rows are told of one garbage collector at most: a JVM that is
  /// told of two does not start.
  ///
  /// @throws ArmException with the two
  public void requireOneCollector(List<BenchmarkRow> rows) throws ArmException, IOException {
    var annotations = annotations();
    for (var row : rows) {
      var collectors = annotations.argumentsOf(row.benchmark()).collectorsAfter(allJvmArgs());
      if (collectors.size() > 1) {
        throw ArmException.usage(
            "%s of arm '%s' would run with %s, and a JVM takes one collector: leave it out of the arm's JVM arguments, or the benchmark out with -e"
                .formatted(row.benchmark(), typed, String.join(" and ", collectors)));
      }
    }
  }

  /// In words, for people.
  public String describe() {
    return typed
        + (commit == null ? "" : ", commit " + commit)
        + ", on "
        + java
        + (jvmArgs.isEmpty() ? "" : " with " + String.join(" ", jvmArgs));
  }
}
