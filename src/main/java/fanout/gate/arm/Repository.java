package fanout.gate.arm;

import fanout.os.Git;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The repository of the project that is compared, for people who named a commit of it.
///
/// @param git in the project's folder
record Repository(Git git) {
  private static final String WHAT_AN_ARM_IS = "; an arm is a JMH jar, a git ref or '.'";

  static Repository of(Path folder) {
    return new Repository(new Git(folder));
  }

  /// The commit that `ref` names.
  ///
  /// @throws ArmException if there is none, with what may bring it
  String commit(String ref) throws ArmException {
    try {
      if (!git.isRepository()) {
        throw ArmException.usage(
            "'%s' is no file, and %s is no git repository%s"
                .formatted(ref, git.folder().toAbsolutePath().normalize(), WHAT_AN_ARM_IS));
      }
      var commit = git.commit(ref);
      if (commit.isEmpty()) {
        throw unknown(ref);
      }
      return commit.get();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// As [Git#head()].
  Optional<String> head() throws ArmException {
    try {
      return git.head();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// The sentence of git, as that of an arm that cannot be built.
  static ArmException failed(IOException e) {
    return ArmException.build(String.valueOf(e.getMessage()), e);
  }

  private ArmException unknown(String ref) throws IOException {
    return ArmException.usage(
        "'%s' is neither a file nor a commit of this repository%s"
            .formatted(
                ref,
                git.isShallow()
                    ? ", which is a shallow clone; 'git fetch --unshallow' brings all commits, 'git fetch --depth=1 origin %s' one"
                        .formatted(ref)
                    : WHAT_AN_ARM_IS));
  }
}
