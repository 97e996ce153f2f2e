package fanout.strategy.process;

import fanout.fetch.Concurrency;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Who does what: the workers, what each has to do, and what waits for one. Every method needs
/// [#lock], and none blocks.
final class Roster {
  /// Enough for a fan-out of thousands to go on while its caller sleeps, few enough to be bounded.
  static final int QUEUE_CAPACITY = 1024;

  /// The first try, and one more.
  private static final int MAX_ATTEMPTS = 2;

  final ReentrantLock lock;

  /// There may be room in the queue, or a reason not to wait for it.
  final Condition room;

  private final Concurrency concurrency;
  private final Watchdog watchdog;
  private final IntFunction<WorkerProcess> newWorker;
  private final LongSupplier nanoTime;
  private final List<WorkerProcess> workers;
  private final Deque<Job> queue = new ArrayDeque<>();
  private final RestartBackoff deathsAtStart;
  private long lastId;
  private int lastWorker;
  private boolean closed;

  /// An empty roster.
  ///
  /// @param workers an empty list, which this roster fills
  /// @param newWorker makes the worker of a number, and does not start it
  /// @param nanoTime as [System#nanoTime()]
  Roster(
      Concurrency concurrency,
      Watchdog watchdog,
      ReentrantLock lock,
      List<WorkerProcess> workers,
      IntFunction<WorkerProcess> newWorker,
      LongSupplier nanoTime) {
    this.concurrency = concurrency;
    this.watchdog = watchdog;
    this.lock = lock;
    this.room = lock.newCondition();
    this.workers = workers;
    this.newWorker = newWorker;
    this.nanoTime = nanoTime;
    this.deathsAtStart = new RestartBackoff(nanoTime);
  }

  boolean isClosed() {
    return closed;
  }

  boolean isFull() {
    return queue.size() >= QUEUE_CAPACITY;
  }

  /// Why no worker can be started, as a verb phrase; null while that is not so.
  @Nullable String broken() {
    return deathsAtStart.broken();
  }

  List<WorkerProcess> workers() {
    return List.copyOf(workers);
  }

  /// Queues as many of `jobs` as there is room for.
  ///
  /// @return how many those are
  int enqueue(List<? extends Job> jobs) {
    int taken = Math.clamp(QUEUE_CAPACITY - queue.size(), 0, jobs.size());
    queue.addAll(jobs.subList(0, taken));
    return taken;
  }

  /// Posts what is queued to workers that have room, and starts more workers while there is more to
  /// do than there are workers.
  ///
  /// @return the workers to flush, without the lock
  Set<WorkerProcess> handOver() {
    var posted = new LinkedHashSet<WorkerProcess>();
    var worker = leastBusy();
    while (worker != null && !queue.isEmpty()) {
      var job = queue.remove();
      if (!job.isOver()) {
        post(job, worker);
        posted.add(worker);
        worker = leastBusy();
      }
    }
    if (queue.size() <= QUEUE_CAPACITY / 2) {
      room.signalAll();
    }
    startWorkers();
    return posted;
  }

  /// Drops what is over from the queue, and posts to the workers that they shall drop it.
  ///
  /// @return the workers to flush, without the lock
  Set<WorkerProcess> cancelWhatIsOver() {
    var posted = new LinkedHashSet<WorkerProcess>();
    queue.removeIf(Job::isOver);
    room.signalAll();
    for (var worker : workers) {
      worker.inFlight.forEach((id, job) -> {
        if (job.isOver() && !job.cancelled) {
          job.cancelled = true;
          worker.post(new Frame.Cancel(id));
          posted.add(worker);
        }
      });
    }
    return posted;
  }

  void greeted(WorkerProcess worker) {
    worker.ready = true;
    deathsAtStart.forget();
  }

  Job job(WorkerProcess worker, long id) throws FrameException {
    return known(id, worker.inFlight.get(id));
  }

  /// Takes a task from its worker, so that no second answer counts.
  Job takeAnswered(WorkerProcess worker, long id) throws FrameException {
    var job = known(id, worker.inFlight.remove(id));
    deathsAtStart.forget();
    return job;
  }

  /// Forgets a worker that is gone. What it had not answered is queued again, before all else,
  /// unless it was lost before.
  ///
  /// @param cause as in [WorkerProcess.Owner#ended]
  /// @return what is lost for good
  List<Job> remove(WorkerProcess worker, String cause) {
    var lost = new ArrayList<Job>();
    workers.remove(worker);
    for (var job : worker.inFlight.sequencedValues().reversed()) {
      if (job.attempts == MAX_ATTEMPTS) {
        lost.add(job);
      } else if (!job.isOver()) {
        queue.addFirst(job);
      }
    }
    if (!worker.ready && !closed) {
      deathsAtStart.add(cause);
    }
    if (broken() != null) {
      lost.addAll(drain());
    }
    return lost;
  }

  /// Takes no more work.
  ///
  /// @return what is not answered
  List<Job> close() {
    closed = true;
    room.signalAll();
    var unanswered = drain();
    for (var worker : workers) {
      unanswered.addAll(worker.inFlight.values());
      if (!worker.ready) {
        worker.kill("was not needed");
      }
    }
    return unanswered;
  }

  private @Nullable WorkerProcess leastBusy() {
    WorkerProcess least = null;
    for (var worker : workers) {
      if (worker.ready
          && worker.inFlight.size() < concurrency.inFlight()
          && (least == null || worker.inFlight.size() < least.inFlight.size())) {
        least = worker;
      }
    }
    return least;
  }

  private void post(Job job, WorkerProcess worker) {
    long id = ++lastId;
    job.attempts++;
    job.handedOverNanos = nanoTime.getAsLong();
    worker.inFlight.put(id, job);
    worker.post(job.request(id));
    watchdog.wake();
  }

  private void startWorkers() {
    if (closed || broken() != null || workers.size() == concurrency.processes() || isTooSoon()) {
      return;
    }
    int work = queue.size() + workers.stream().mapToInt(worker -> worker.inFlight.size()).sum();
    while (workers.size() < Math.min(concurrency.processes(), work)) {
      var worker = newWorker.apply(++lastWorker);
      // First, since a thread that cannot start leaves nothing that would ever be removed.
      worker.start();
      workers.add(worker);
      watchdog.wake();
    }
  }

  /// Whether a worker has just died at start while another one is ready. That one's next answer, or
  /// its end, asks again.
  private boolean isTooSoon() {
    return deathsAtStart.isTooSoon() && workers.stream().anyMatch(worker -> worker.ready);
  }

  private List<Job> drain() {
    var all = new ArrayList<>(queue);
    queue.clear();
    return all;
  }

  private static Job known(long id, @Nullable Job job) throws FrameException {
    if (job == null) {
      throw new FrameException("answered task " + id + ", which it does not have");
    }
    return job;
  }
}
