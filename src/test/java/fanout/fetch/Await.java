package fanout.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what another thread or process does.
public final class Await {
  private static final long POLL_NANOS = Duration.ofMillis(2).toNanos();
  private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();

  private Await() {}

  /// Fails after ten seconds in which `condition` was never true.
  public static void until(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start)
          .as("ns waited for a condition")
          .isLessThan(PATIENCE_NANOS);
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
