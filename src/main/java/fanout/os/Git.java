package fanout.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The git repository that a folder belongs to. Every method throws an [IOException] with one
/// sentence where there is no git, or it refuses.
///
/// @param folder in the repository; where git is run
public record Git(Path folder) {
  /// More than a checkout with large submodules takes.
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private static final String WORKTREE = "worktree ";

  private static final int COMPLAINT_LINES = 10;

  /// What is compiled, also where a project has several modules.
  private static final String SOURCES = ":(top,glob)**/src/**";

  public boolean isRepository() throws IOException {
    return run("rev-parse", "--git-dir").succeeded();
  }

  public boolean isShallow() throws IOException {
    return run("rev-parse", "--is-shallow-repository").text().equals("true");
  }

  /// The commit that `ref` names; empty where there is none.
  public Optional<String> commit(String ref) throws IOException {
    var found = run("rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}");
    return found.succeeded() && !found.text().isEmpty()
        ? Optional.of(found.text())
        : Optional.empty();
  }

  /// The commit that is checked out, with `-dirty` where the files are not its own; empty outside a
  /// repository.
  public Optional<String> head() throws IOException {
    var commit = commit("HEAD");
    return commit.isPresent() && isDirty() ? commit.map(name -> name + "-dirty") : commit;
  }

  /// Whether a file differs from the commit that is checked out. Of files that git does not know,
  /// those in a folder `src` count: they are compiled.
  public boolean isDirty() throws IOException {
    return !must("status", "--porcelain", "--untracked-files=no").isEmpty()
        || !must("status", "--porcelain", "--untracked-files=all", "--", SOURCES).isEmpty();
  }

  /// When the commit that is checked out was made.
  public Instant headTime() throws IOException {
    var seconds = must("log", "-1", "--no-show-signature", "--format=%ct");
    return Instant.ofEpochSecond(Long.parseLong(seconds));
  }

  /// The folder's place below the top of its repository: empty, or `sub/folder/`.
  public String prefix() throws IOException {
    return must("rev-parse", "--show-prefix");
  }

  /// Where git keeps what belongs to all worktrees.
  public Path commonFolder() throws IOException {
    return folder.resolve(must("rev-parse", "--git-common-dir")).toAbsolutePath().normalize();
  }

  /// Checks a commit out into a folder of its own, submodules included.
  public void addWorktree(Path tree, String commit) throws IOException {
    must("worktree", "add", "--quiet", "--detach", tree.toString(), commit);
    if (Files.exists(tree.resolve(".gitmodules"))) {
      new Git(tree).must("submodule", "--quiet", "update", "--init", "--recursive");
    }
  }

  /// Takes it away again, whatever is in it.
  public void removeWorktree(Path tree) throws IOException {
    var removed = run("worktree", "remove", "--force", "--force", tree.toString());
    if (!removed.succeeded()) {
      Folders.delete(tree);
      must("worktree", "prune");
    }
  }

  /// Has git forget the worktrees whose folder bore `name` and is gone, such as those of processes
  /// that were killed, also in the middle of a checkout.
  public void forgetWorktrees(String name) throws IOException {
    for (var line : must("worktree", "list", "--porcelain").lines().toList()) {
      if (line.startsWith(WORKTREE) && line.endsWith("/" + name)) {
        var tree = Path.of(line.substring(WORKTREE.length()));
        if (!Files.exists(tree)) {
          must("worktree", "remove", "--force", "--force", tree.toString());
        }
      }
    }
  }

  private String must(String... arguments) throws IOException {
    var finished = run(arguments);
    if (!finished.succeeded()) {
      throw new IOException(
          "git %s failed: %s"
              .formatted(
                  arguments[0], LastWords.inOneLine(finished.err().stream(), COMPLAINT_LINES)));
    }
    return finished.text();
  }

  private FinishedProcess run(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    // A hook of git runs with these, and they would name the hook's repository and index.
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    try {
      return ChildProcess.run(builder, LIMIT);
    } catch (IOException e) {
      throw new IOException("git cannot be run: " + e.getMessage(), e);
    }
  }
}
