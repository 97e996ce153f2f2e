package fanout.stub;

import fanout.os.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;

/// Makes the temporary folder that a stub serves. It goes with the stub, and with the JVM at the
/// latest, also where Ctrl-C comes before the stub has started.
final class StubFolder {
  private StubFolder() {}

  /// A new folder that holds `payloads`.
  ///
  /// @throws StubException if it cannot be written
  static TemporaryFolder create(Payloads payloads) throws StubException {
    var folder = create();
    try {
      fill(folder.path(), payloads);
      return folder;
    } catch (StubException e) {
      folder.close();
      throw e;
    }
  }

  /// A new folder that is empty.
  ///
  /// @throws StubException if it cannot be made
  static TemporaryFolder create() throws StubException {
    try {
      return TemporaryFolder.create("stub");
    } catch (IOException e) {
      throw new StubException("The stub's folder cannot be made: " + e, e);
    }
  }

  static void fill(Path folder, Payloads payloads) throws StubException {
    try {
      payloads.writeTo(folder);
    } catch (IOException e) {
      throw new StubException("The stub's files cannot be written: " + e, e);
    }
  }
}
