package fanout.cli;

import fanout.measure.ForkUnderWay;
import fanout.measure.StopSignal;
import fanout.os.ShutdownHook;
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
  private final ShutdownHook hook;

  private StopHook(StopSignal stop) {
    this.stop = stop;
    this.hook = ShutdownHook.install("stop", this::stopAndWait);
  }

  public static StopHook install(StopSignal stop) {
    return new StopHook(stop);
  }

  @Override
  public void close() {
    finished.countDown();
    hook.close();
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
