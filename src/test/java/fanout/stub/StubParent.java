package fanout.stub;

import java.io.IOException;
import java.time.Duration;

/// A JVM that starts a stub's process, tells of it, and then only waits.
final class StubParent {
  private StubParent() {}

  /// Prints the process id, the folder and the base URI of the stub, a line each.
  public static void main(String[] args) throws IOException, InterruptedException {
    try (var stub = StubProcess.start(Payloads.generated())) {
      System.out.println(stub.pid());
      System.out.println(stub.folder());
      System.out.println(stub.baseUri());
      Thread.sleep(Duration.ofMinutes(5));
    }
  }
}
