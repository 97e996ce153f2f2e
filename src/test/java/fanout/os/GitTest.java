package fanout.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real repository with one commit.
class GitTest {
  @TempDir Path folder;
  private Git git;

  @BeforeEach
  void commit() throws IOException {
    git = new Git(folder);
    git("init", "--quiet");
    Files.writeString(folder.resolve("file"), "one");
    Files.writeString(folder.resolve(".gitignore"), "*.class\n");
    git("add", ".");
    git("commit", "--quiet", "-m", "one");
  }

  @Test
  void aCleanCheckoutIsItsCommit() throws IOException {
    Files.writeString(folder.resolve("notes"), "not compiled");

    assertThat(git.isDirty()).isFalse();
    assertThat(git.head()).isEqualTo(git.commit("HEAD")).isPresent();
    assertThat(git.commit("v9")).isEmpty();
  }

  @Test
  void aChangedFileMakesItDirty() throws IOException {
    Files.writeString(folder.resolve("file"), "two");

    assertThat(git.isDirty()).isTrue();
    assertThat(git.head()).hasValueSatisfying(head -> assertThat(head).endsWith("-dirty"));
  }

  @Test
  void aNewSourceOfAnyModuleMakesItDirty() throws IOException {
    var sources = Files.createDirectories(folder.resolve("module/src/main"));
    Files.writeString(sources.resolve("Old.class"), "ignored");
    assertThat(git.isDirty()).isFalse();

    Files.writeString(sources.resolve("New.java"), "");
    assertThat(git.isDirty()).isTrue();
    assertThat(new Git(sources).isDirty()).isTrue();
  }

  @Test
  void aWorktreeHasTheCommittedFilesAndGoesWithAllThatIsInIt() throws IOException {
    Files.writeString(folder.resolve("file"), "two");
    var tree = folder.resolve("tree");

    git.addWorktree(tree, git.commit("HEAD").orElseThrow());
    assertThat(tree.resolve("file")).hasContent("one");
    Files.writeString(tree.resolve("built"), "");
    git.removeWorktree(tree);

    assertThat(tree).doesNotExist();
    assertThat(git("worktree", "list").lines()).hasSize(1);
  }

  @Test
  void whatGitComplainsOfIsOneSentence() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> git.addWorktree(folder.resolve("tree"), "v9"))
        .withMessageStartingWith("git worktree failed: fatal: ")
        .withMessageNotContaining("\n");
  }

  @Test
  void aFolderOutsideHasNoHead(@TempDir Path elsewhere) throws IOException {
    assertThat(new Git(elsewhere).isRepository()).isFalse();
    assertThat(new Git(elsewhere).head()).isEmpty();
  }

  private String git(String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.org"));
    command.addAll(List.of(arguments));
    var finished =
        ChildProcess.run(
            new ProcessBuilder(command).directory(folder.toFile()), Duration.ofSeconds(30));
    assertThat(finished.exitCode()).as("%s", finished.err()).isZero();
    return finished.text();
  }
}
