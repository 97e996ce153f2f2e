package fanout.cli;

import fanout.os.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;

/// Tells a build that a command ended with status 0. Maven's exec plugin answers every other status
/// with a stack trace, which buries the command's last line; so the profiles let it take any
/// status, and then require this file.
final class PassedFile {
  /// System property: the file's path. Whoever sets it deletes the file before.
  static final String PROPERTY = "fanout.passed";

  private PassedFile() {}

  /// Writes it, where a build asks for it.
  ///
  /// @throws IOException with one sentence, if it cannot be written
  static void write() throws IOException {
    var file = System.getProperty(PROPERTY);
    if (file != null) {
      AtomicFile.write(Path.of(file), "");
    }
  }
}
