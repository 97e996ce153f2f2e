package fanout.gate.arm;

import static java.nio.charset.StandardCharsets.UTF_8;

import fanout.os.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The git repository that a folder belongs to.
public final class Git {
  private final Path folder;

  public Git(Path folder) {
    this.folder = folder;
  }

  /// What a git command said.
  ///
  /// @param out its output, or what it complained of, without the line end
  private record Said(int exitCode, String out) {}

  /// The commit that `ref` names.
  ///
  /// @throws ArmException if there is none, with what may bring it
  public String commit(String ref) throws ArmException {
    requireRepository(ref);
    var said =
        run(List.of("rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}"));
    if (said.exitCode == 0 && !said.out.isEmpty()) {
      return said.out;
    }
    throw ArmException.usage(
        "'%s' is neither a file nor a commit of this repository%s"
            .formatted(
                ref,
                isShallow()
                    ? ", which is a shallow clone; 'git fetch --unshallow' brings all commits, 'git fetch --depth=1 origin %s' one"
                        .formatted(ref)
                    : "; an arm is a JMH jar, a git ref or '.'"));
  }

  /// The commit that is checked out, with `-dirty` where files differ from it; null outside a
  /// repository.
  public @Nullable String head() throws ArmException {
    var head = run(List.of("rev-parse", "--verify", "--quiet", "HEAD"));
    if (head.exitCode != 0) {
      return null;
    }
    var status = run(List.of("status", "--porcelain", "--untracked-files=no"));
    return status.exitCode == 0 && status.out.isEmpty() ? head.out : head.out + "-dirty";
  }

  /// The folder's place below the top of its repository: empty, or `sub/folder/`.
  public String prefix() throws ArmException {
    return must("rev-parse", "--show-prefix");
  }

  /// Where git keeps what belongs to all worktrees.
  public Path commonFolder() throws ArmException {
    return folder.resolve(must("rev-parse", "--git-common-dir")).toAbsolutePath().normalize();
  }

  /// Checks a commit out into a folder of its own, submodules included.
  public void addWorktree(Path tree, String commit) throws ArmException {
    must("worktree", "add", "--quiet", "--detach", tree.toString(), commit);
    if (Files.exists(tree.resolve(".gitmodules"))) {
      new Git(tree).must("submodule", "--quiet", "update", "--init", "--recursive");
    }
  }

  /// Takes it away again, whatever is in it.
  public void removeWorktree(Path tree) throws ArmException {
    var removed = run(List.of("worktree", "remove", "--force", "--force", tree.toString()));
    if (removed.exitCode != 0) {
      Folders.delete(tree);
      must("worktree", "prune");
    }
  }

  private void requireRepository(String ref) throws ArmException {
    if (run(List.of("rev-parse", "--git-dir")).exitCode != 0) {
      throw ArmException.usage(
          "'%s' is no file, and %s is no git repository; an arm is a JMH jar, a git ref or '.'"
              .formatted(ref, folder.toAbsolutePath().normalize()));
    }
  }

  private boolean isShallow() throws ArmException {
    return run(List.of("rev-parse", "--is-shallow-repository")).out.equals("true");
  }

  private String must(String... arguments) throws ArmException {
    var said = run(List.of(arguments));
    if (said.exitCode != 0) {
      throw ArmException.build(
          "git %s failed: %s".formatted(arguments[0], said.out.replaceAll("\\s*\\R\\s*", " / ")),
          null);
    }
    return said.out;
  }

  private Said run(List<String> arguments) throws ArmException {
    var command = new ArrayList<String>(List.of("git"));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    // A hook of git runs with these, and they would name the hook's repository and index.
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var out = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      return new Said(process.waitFor(), out);
    } catch (IOException e) {
      throw ArmException.build("git cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ArmException.build("Interrupted while git ran", e);
    }
  }
}
