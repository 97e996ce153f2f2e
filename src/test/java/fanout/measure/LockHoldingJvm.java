package fanout.measure;

import java.io.IOException;
import java.nio.file.Path;

/// A JVM that takes the machine's lock, says so, and waits.
public final class LockHoldingJvm {
  private LockHoldingJvm() {}

  /// Starts one, and waits until it has the lock.
  ///
  /// @param temporary the system's temporary folder, as it knows it
  public static Process start(Path temporary) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                LockHoldingJvm.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.getInputStream().read() < 0) {
      throw new IOException("It ended before it had the lock");
    }
    return process;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    try (var lock = MachineLock.open().orElseThrow()) {
      if (lock.tryTake("bench --preset full")) {
        System.out.println("taken");
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }
}
