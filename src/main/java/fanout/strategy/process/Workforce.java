package fanout.strategy.process;

import fanout.fetch.Concurrency;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The workers of a pool: which one is next, and when to start more. Not thread-safe.
final class Workforce {
  private final Concurrency concurrency;
  private final Duration deadline;
  private final IntFunction<WorkerProcess> newWorker;
  private final LongSupplier nanoTime;
  private final Map<WorkerProcess, PooledWorker> workers = new LinkedHashMap<>();
  private final RestartBackoff backoff;
  private int lastWorker;
  private boolean closed;

  /// No workers yet.
  ///
  /// @param deadline of a fetch
  /// @param newWorker makes the worker of a number, and does not start it
  /// @param nanoTime as [System#nanoTime()]
  Workforce(
      Concurrency concurrency,
      Duration deadline,
      IntFunction<WorkerProcess> newWorker,
      LongSupplier nanoTime) {
    this.concurrency = concurrency;
    this.deadline = deadline;
    this.newWorker = newWorker;
    this.nanoTime = nanoTime;
    this.backoff = new RestartBackoff(nanoTime);
  }

  boolean isClosed() {
    return closed;
  }

  /// Why no worker can be started, as a verb phrase; null while that is not so.
  @Nullable String broken() {
    return backoff.broken();
  }

  List<PooledWorker> all() {
    return List.copyOf(workers.values());
  }

  PooledWorker of(WorkerProcess process) {
    return Objects.requireNonNull(workers.get(process), "a worker that has ended");
  }

  /// The ready worker that has least to do; null where none has room for a task.
  @Nullable PooledWorker leastBusy() {
    PooledWorker least = null;
    for (var worker : workers.values()) {
      if (worker.isReady()
          && worker.inFlight() < concurrency.inFlight()
          && (least == null || worker.inFlight() < least.inFlight())) {
        least = worker;
      }
    }
    return least;
  }

  /// A worker is ready, or has responded: it did not die at start.
  void works() {
    backoff.forget();
  }

  /// Forgets a worker that is gone.
  ///
  /// @param cause as in [WorkerProcess.Owner#ended]
  PooledWorker remove(WorkerProcess process, String cause) {
    var worker = of(process);
    workers.remove(process);
    if (!worker.isReady() && !closed) {
      backoff.add(cause);
    }
    return worker;
  }

  /// Starts workers while there is more to do than there are workers.
  ///
  /// @param queued how many tasks no worker has
  void startFor(int queued) {
    if (closed || broken() != null || workers.size() == concurrency.processes() || isTooSoon()) {
      return;
    }
    int tasks = queued + workers.values().stream().mapToInt(PooledWorker::inFlight).sum();
    while (workers.size() < Math.min(concurrency.processes(), tasks)) {
      var process = newWorker.apply(++lastWorker);
      // First, since a thread that cannot start leaves nothing that would ever be removed.
      process.start();
      workers.put(process, new PooledWorker(process, deadline, nanoTime.getAsLong()));
    }
  }

  /// Kills workers that hang.
  ///
  /// @return how long the others have at least; `Long.MAX_VALUE` where there is nothing to watch
  long killOverdue() {
    long nowNanos = nanoTime.getAsLong();
    long least = Long.MAX_VALUE;
    for (var worker : workers.values()) {
      least = Math.min(least, worker.killIfOverdue(nowNanos));
    }
    return least;
  }

  /// Starts no more workers, and kills those that are not ready.
  void close() {
    closed = true;
    for (var worker : workers.values()) {
      if (!worker.isReady()) {
        worker.process().kill("was not needed");
      }
    }
  }

  /// Whether a worker has just died at start while another one is ready. That one's next response,
  /// or its end, asks again.
  private boolean isTooSoon() {
    return backoff.isTooSoon() && workers.values().stream().anyMatch(PooledWorker::isReady);
  }
}
