package fanout.cli;

import fanout.measure.ForkUnderWay;
import fanout.measure.StopSignal;
import fanout.os.ShutdownHook;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// While it is open, SIGINT and SIGTERM end the fork under way and let the run finish the results
/// of its full rounds before the JVM goes. A command has it open until its last line is out: the
/// JVM waits for nothing else.
public final class StopHook implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final int RETRY_MILLIS = 100;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final StopSignal stop;
  private final ShutdownHook hook;

  private StopHook(StopSignal stop) {
    this.stop = stop;
    this.hook = ShutdownHook.install(ShutdownHook.Turn.END_WORK, this::stopAndWait);
  }

  public static StopHook install(StopSignal stop) {
    return new StopHook(stop);
  }

  /// Runs a command and exits with its status, also where a signal has ended it early.
  public static void runAndExit(StopSignal stop, IntSupplier command) {
    int status;
    try (var _ = install(stop)) {
      status = command.getAsInt();
      int ended = status;
      // A JVM that a signal ends has the signal's number for its status, unless it is halted.
      var _ =
          ShutdownHook.install(
              ShutdownHook.Turn.LEAVE,
              () -> {
                if (stop.stopped()) {
                  Runtime.getRuntime().halt(ended);
                }
              });
    }
    System.exit(status);
  }

  @Override
  public void close() {
    hook.close();
    finished.countDown();
  }

  private void stopAndWait() {
    stop.stop();
    long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      do {
        // Again and again: a fork may just have been about to start.
        ForkUnderWay.endAll();
      } while (!finished.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)
          && System.nanoTime() - deadlineNs < 0);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
