package fanout.stub;

import fanout.os.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// The stub's own JVM, a child of [StubProcess]. On standard input it gets a byte when it is to
/// serve, and sees the end of it when its parent is gone, however that came: then it ends. On
/// standard output it writes one line when it serves.
final class StubMain {
  /// Opens the line with the base URI.
  static final String READY = "fanout-stub-ready ";

  /// The byte that it gets when the folder is filled.
  static final int SERVE = 's';

  private StubMain() {}

  /// Serves until the parent is gone.
  ///
  /// @param args the folder to serve and to delete at the end, the port, the default delay in
  ///   milliseconds
  public static void main(String[] args) {
    var folder = Path.of(args[0]);
    var temporary = TemporaryFolder.of(folder);
    awaitByte();
    Thread.ofPlatform().daemon().name("parent-watch").start(StubMain::exitWithParent);
    try {
      var stub = serve(temporary, Integer.parseInt(args[1]), Long.parseLong(args[2]));
      System.out.println(READY + stub.baseUri());
    } catch (StubException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static Stub serve(TemporaryFolder folder, int port, long defaultDelayMillis)
      throws StubException {
    return StubServer.serve(
        folder, PayloadSource.USER, port, Duration.ofMillis(defaultDelayMillis));
  }

  private static void exitWithParent() {
    while (true) {
      awaitByte();
    }
  }

  private static void awaitByte() {
    try {
      if (System.in.read() >= 0) {
        return;
      }
    } catch (IOException _) {
      // A pipe that cannot be read has no parent at its other end either.
    }
    System.exit(0);
  }
}
