package fanout.strategy.process;

import fanout.fetch.FetchSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Kills workers that hang: that have not answered a task long after its deadline, or are not ready
/// long after their start. It sleeps until the oldest task is overdue, so that a pool that is busy
/// and well wakes it about once per deadline.
final class Watchdog implements AutoCloseable {
  /// From the end of the deadline and the pause, which a worker keeps by itself, to its death.
  static final Duration GRACE = Duration.ofSeconds(2);

  /// A JVM starts within a second; on a machine that swaps it may take many.
  private static final Duration START_TIME = Duration.ofSeconds(30);

  private final ReentrantLock lock;
  private final List<WorkerProcess> workers;
  private final Condition woken;
  private final long taskNanos;
  private @Nullable Thread thread;
  private boolean idle;
  private boolean closed;

  /// Watches `workers`, which `lock` guards.
  Watchdog(FetchSettings settings, ReentrantLock lock, List<WorkerProcess> workers) {
    this.lock = lock;
    this.workers = workers;
    this.woken = lock.newCondition();
    this.taskNanos =
        TimeUnit.NANOSECONDS.convert(settings.deadline().plus(settings.pause()).plus(GRACE));
  }

  /// There is something to watch. Needs the lock.
  void wake() {
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("worker-watchdog").start(this::run);
    } else if (idle) {
      idle = false;
      woken.signal();
    }
  }

  /// Returns when its thread has ended.
  @Override
  public void close() {
    Thread ending;
    lock.lock();
    try {
      closed = true;
      woken.signal();
      ending = thread;
    } finally {
      lock.unlock();
    }
    if (ending != null) {
      Uninterruptibly.join(ending);
    }
  }

  private void run() {
    lock.lock();
    try {
      while (!closed) {
        long nanos = killOverdue(System.nanoTime());
        if (nanos == Long.MAX_VALUE) {
          idle = true;
          woken.awaitUninterruptibly();
        } else {
          // What comes meanwhile has at least the shorter of the two times from then on.
          var _ = woken.awaitNanos(Math.min(nanos, Math.min(taskNanos, START_TIME.toNanos())));
        }
      }
    } catch (InterruptedException e) {
      // Only this class knows the thread, and it does not interrupt it.
      throw new IllegalStateException(e);
    } finally {
      lock.unlock();
    }
  }

  /// @return how long the others have at least; `Long.MAX_VALUE` where there is nothing to watch
  private long killOverdue(long nowNanos) {
    long least = Long.MAX_VALUE;
    for (var worker : workers) {
      long left = nanosLeft(worker, nowNanos);
      if (left <= 0) {
        worker.kill(
            worker.ready
                ? "hung: it gave no answer within " + taskNanos / 1_000_000 + " ms"
                : "was not ready within " + START_TIME.toSeconds() + " s");
      } else {
        least = Math.min(least, left);
      }
    }
    return least;
  }

  private long nanosLeft(WorkerProcess worker, long nowNanos) {
    if (!worker.ready) {
      return START_TIME.toNanos() - (nowNanos - worker.createdNanos);
    }
    var oldest = worker.inFlight.values().iterator();
    return oldest.hasNext()
        ? taskNanos - (nowNanos - oldest.next().handedOverNanos)
        : Long.MAX_VALUE;
  }
}
