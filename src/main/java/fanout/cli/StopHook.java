package fanout.cli;

import fanout.measure.ForkWatchdog;
import fanout.measure.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// While it is open, SIGINT and SIGTERM end the fork under way and let the run finish the results
/// of its full rounds before the JVM goes. A command has it open until its last line is out: the
/// JVM waits for nothing else.
public final class StopHook implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final int RETRY_MILLIS = 100;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final StopSignal stop;
  private final Thread hook;

  private StopHook(StopSignal stop) {
    this.stop = stop;
    this.hook = new Thread(this::stopAndWait, "stop");
  }

  public static StopHook install(StopSignal stop) {
    var installed = new StopHook(stop);
    Runtime.getRuntime().addShutdownHook(installed.hook);
    return installed;
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The JVM is going already, by this very hook.
    }
  }

  private void stopAndWait() {
    stop.stop();
    long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      do {
        // Again and again: a fork may just have been about to start.
        ForkWatchdog.endFork();
      } while (!finished.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)
          && System.nanoTime() - deadlineNs < 0);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
