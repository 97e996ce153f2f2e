package fanout.gate.arm;

import fanout.measure.ForkProcess;
import fanout.measure.StopSignal;
import fanout.os.FinishedProcess;
import fanout.os.Folders;
import fanout.os.Git;
import fanout.os.LastWords;
import fanout.os.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Builds arms from a project's sources: a commit in a worktree of its own, which is taken away
/// again, the current files where they are.
///
/// @param folder the project's folder
/// @param settings how it is built
/// @param lines gets what is done, line by line
/// @param stop ends a build early
public record ArmBuild(
    Path folder, BuildSettings settings, Consumer<String> lines, StopSignal stop) {
  /// More than a large project's build takes.
  private static final Duration LIMIT = Duration.ofHours(1);

  /// The name of a worktree's folder, in a temporary one.
  private static final String TREE = "fanout-tree";

  private static final int LAST_WORDS = 5;
  private static final int SHORT_COMMIT = 10;

  /// An escape sequence of a terminal's.
  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

  /// What was built.
  ///
  /// @param commit the commit; null where it is not known, or the files are not those of one
  record Built(ClassPath classPath, @Nullable String commit) {}

  /// Where jars of the working tree are put, so that a build meanwhile does no harm.
  ///
  /// @param folder for the jars of one arm, or with a folder for each
  /// @param reuse whether jars that are there are taken, as a run that is resumed needs
  public record Aside(Path folder, boolean reuse) {
    /// The place of one arm.
    public Aside of(String arm) {
      return new Aside(folder.resolve(arm), reuse);
    }
  }

  /// Builds the commit that `ref` names, unless that was done before.
  Built ofRef(String ref) throws ArmException {
    var repository = Repository.of(folder);
    var commit = repository.commit(ref);
    try {
      return new Built(ofCommit(repository.git(), ref, commit), commit);
    } catch (IOException e) {
      throw Repository.failed(e);
    }
  }

  private ClassPath ofCommit(Git git, String ref, String commit) throws ArmException, IOException {
    var cache = new JarCache(git.commonFolder().resolve("fanout-gate"));
    var key = commit + "-" + settings.key(git.prefix());
    var cached = cache.find(key);
    if (cached.isPresent()) {
      lines.accept("Using the jar of %s (%s) that was built before.".formatted(ref, brief(commit)));
      return cached.get();
    }
    lines.accept("Building %s (%s) in a worktree of its own.".formatted(ref, brief(commit)));
    git.forgetWorktrees(TREE);
    return inWorktree(git, commit, cache, key);
  }

  /// Builds the current files, and puts the jars aside.
  Built ofWorkingTree(Aside aside) throws ArmException {
    var head = Repository.of(folder).head().orElse(null);
    if (aside.reuse && Files.isDirectory(aside.folder)) {
      lines.accept("Using the jar of the working tree that the run began with.");
      return new Built(JarCache.classPath(aside.folder), head);
    }
    lines.accept("Building the working tree.");
    build(folder);
    Folders.delete(aside.folder);
    return new Built(copy(settings.find(folder), aside.folder), head);
  }

  private ClassPath inWorktree(Git git, String commit, JarCache cache, String key)
      throws ArmException, IOException {
    try (var temporary = TemporaryFolder.create(GateFolder.KIND)) {
      var tree = temporary.path().resolve(TREE);
      try {
        git.addWorktree(tree, commit);
        var project = tree.resolve(git.prefix());
        build(project);
        var jars = temporary.path().resolve("jars");
        copy(settings.find(project), jars);
        return cache.put(key, jars);
      } finally {
        git.removeWorktree(tree);
      }
    }
  }

  private void build(Path project) throws ArmException {
    var command = new ArrayList<>(settings.command());
    if (command.getFirst().startsWith(".")) {
      command.set(0, project.resolve(command.getFirst()).normalize().toString());
    }
    try {
      requireNotStopped(Duration.ZERO);
      var ended = ForkProcess.run(new ProcessBuilder(command).directory(project.toFile()), LIMIT);
      if (!ended.succeeded()) {
        requireNotStopped(StopSignal.PATIENCE);
        throw ArmException.build(
            "The build '%s' failed with exit code %s: %s"
                .formatted(typed(), ended.exitCode(), lastWords(ended)),
            null);
      }
    } catch (IOException e) {
      throw ArmException.usage("The build cannot be started: " + e.getMessage());
    }
  }

  /// Ctrl-C ends the build too, which then has not failed.
  private void requireNotStopped(Duration patience) throws ArmException {
    if (stop.stoppedWithin(patience)) {
      throw ArmException.stopped(typed());
    }
  }

  private String typed() {
    return String.join(" ", settings.command());
  }

  private static String lastWords(FinishedProcess ended) {
    var errors = ended.out().stream().filter(ArmBuild::isError).limit(LAST_WORDS).toList();
    var words = errors.isEmpty() ? (ended.err().isEmpty() ? ended.out() : ended.err()) : errors;
    return LastWords.inOneLine(words.stream().map(ArmBuild::plain), LAST_WORDS);
  }

  /// Without the colours that build tools print.
  private static String plain(String line) {
    return COLOUR.matcher(line).replaceAll("").strip();
  }

  private static boolean isError(String line) {
    return line.toUpperCase(Locale.ROOT).contains("ERROR");
  }

  /// Numbered, so that two jars of one name do not meet, and the order stays.
  private static ClassPath copy(List<Path> jars, Path target) throws ArmException {
    try {
      Files.createDirectories(target);
      var copies = new ArrayList<Path>();
      for (var jar : jars) {
        var name = String.format(Locale.ROOT, "%03d-%s", copies.size(), jar.getFileName());
        var copy = target.resolve(name);
        copies.add(Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING).toAbsolutePath());
      }
      return new ClassPath(List.copyOf(copies));
    } catch (IOException e) {
      throw ArmException.build("The built jar cannot be put aside: " + e, e);
    }
  }

  private static String brief(String commit) {
    return commit.substring(0, Math.min(SHORT_COMMIT, commit.length()));
  }
}
