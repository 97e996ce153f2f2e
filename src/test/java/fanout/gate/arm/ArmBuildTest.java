package fanout.gate.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.measure.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Builds in a real repository, by a command that copies a file.
class ArmBuildTest {
  private static final BuildSettings COPY =
      new BuildSettings(List.of("cp", "code", "out.jar"), "*.jar");

  @TempDir Path folder;
  private final List<String> lines = new ArrayList<>();
  private Path repository;

  @BeforeEach
  void commitTwice() throws Exception {
    repository = Files.createDirectory(folder.resolve("a repository"));
    git(repository, "init", "--quiet", "--initial-branch=main");
    commit("one");
    git(repository, "tag", "first");
    commit("two");
  }

  @Test
  void buildsACommitInAWorktreeOfItsOwnAndKeepsTheJar() throws Exception {
    Files.writeString(repository.resolve("code"), "not committed");
    var built = build(repository, COPY).ofRef("first");

    assertThat(built.classPath().entries())
        .singleElement()
        .satisfies(jar -> assertThat(jar).hasContent("one"));
    assertThat(built.commit()).isEqualTo(git(repository, "rev-parse", "first"));
    assertThat(repository.resolve("out.jar")).doesNotExist();
    assertNoWorktreeIsLeft();

    var again = build(repository, new BuildSettings(COPY.command(), COPY.jar())).ofRef("main~1");
    assertThat(again).isEqualTo(built);
    assertThat(lines).last().asString().startsWith("Using the jar of main~1");
    assertThat(git(repository, "status", "--porcelain")).isEqualTo("M code");
  }

  @Test
  void buildsInTheFolderThatItWasCalledFrom() throws Exception {
    var module = Files.createDirectory(repository.resolve("module"));
    Files.writeString(module.resolve("code"), "of the module");
    git(repository, "add", ".");
    git(repository, "commit", "--quiet", "-m", "module");

    var above = build(repository, COPY).ofRef("main");
    var built = build(module, COPY).ofRef("main");

    assertThat(above.classPath().entries())
        .singleElement()
        .satisfies(jar -> assertThat(jar).hasContent("two"));
    assertThat(built.classPath().entries())
        .singleElement()
        .satisfies(jar -> assertThat(jar).hasContent("of the module"));
  }

  @Test
  void aFailedBuildIsToldWithoutTheColoursOfItsOutput() throws Exception {
    assertFails(
        new BuildSettings(
            List.of("sh", "-c", "printf '\\033[1;31mERROR\\033[m no such class\\n'; exit 7"),
            "*.jar"),
        "first",
        "failed with exit code 7: ERROR no such class");
  }

  @Test
  void aFailedBuildLeavesNoWorktree() throws Exception {
    assertFails(
        new BuildSettings(List.of("cp", "missing", "out.jar"), "*.jar"),
        "first",
        "The build 'cp missing out.jar' failed with exit code 1: cp: ");
    assertFails(
        new BuildSettings(List.of("no-such-program"), "*.jar"),
        "first",
        "The build cannot be started");
    assertFails(
        new BuildSettings(List.of("cp", "code", "other"), "*.jar"),
        "first",
        "The build left no file *.jar");
    assertNoWorktreeIsLeft();
  }

  @Test
  void anUnknownRefIsNamed() {
    assertFails(COPY, "v9", "'v9' is neither a file nor a commit of this repository");
    assertFails(COPY, "--all", "'--all' is neither a file nor a commit");
  }

  @Test
  void aShallowCloneSaysHowToFetch() throws Exception {
    var shallow = folder.resolve("shallow");
    git(folder, "clone", "--quiet", "--depth=1", "file://" + repository, shallow.toString());

    assertThatExceptionOfType(ArmException.class)
        .isThrownBy(() -> build(shallow, COPY).ofRef("first"))
        .withMessageContaining("git fetch --depth=1 origin first")
        .satisfies(e -> assertThat(e.fault()).isEqualTo(ArmException.Fault.USAGE));
  }

  @Test
  void theWorkingTreeIsBuiltWhereItIsAndItsJarPutAside() throws Exception {
    Files.writeString(repository.resolve("code"), "changed");
    var built =
        build(repository, COPY).ofWorkingTree(new ArmBuild.Aside(folder.resolve("aside"), false));

    assertThat(built.classPath().entries()).containsExactly(folder.resolve("aside/000-out.jar"));
    assertThat(folder.resolve("aside/000-out.jar")).hasContent("changed");
    assertThat(built.commit()).isEqualTo(git(repository, "rev-parse", "HEAD") + "-dirty");

    Files.writeString(repository.resolve("code"), "changed again");
    var again =
        build(repository, COPY).ofWorkingTree(new ArmBuild.Aside(folder.resolve("aside"), true));
    assertThat(again).isEqualTo(built);
    assertThat(folder.resolve("aside/000-out.jar")).hasContent("changed");
  }

  private void assertFails(BuildSettings settings, String ref, String words) {
    assertThatExceptionOfType(ArmException.class)
        .isThrownBy(() -> build(repository, settings).ofRef(ref))
        .withMessageContaining(words);
  }

  private void assertNoWorktreeIsLeft() throws Exception {
    assertThat(git(repository, "worktree", "list").lines()).hasSize(1);
    assertThat(repository.resolve(".git/worktrees"))
        .satisfiesAnyOf(
            path -> assertThat(path).doesNotExist(), path -> assertThat(path).isEmptyDirectory());
  }

  private ArmBuild build(Path project, BuildSettings settings) {
    return new ArmBuild(project, settings, lines::add, new StopSignal());
  }

  private void commit(String content) throws Exception {
    Files.writeString(repository.resolve("code"), content);
    git(repository, "add", "code");
    git(repository, "commit", "--quiet", "-m", content);
  }

  private static String git(Path where, String... arguments)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.org"));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true).start();
    var output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.strip();
  }
}
