package fanout.strategy.process;

import fanout.fetch.Concurrency;
import fanout.fetch.FetchSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Worker JVMs that fetch, the counterpart of Python's `ProcessPoolExecutor`.
///
/// Workers start when there is work for them, all at once, and stay until [#close()]. A task goes
/// to the ready worker that has least to do; what no worker has room for waits in a bounded queue,
/// and callers wait for room in that. A worker that dies, hangs or writes rubbish is replaced, and
/// what it had not answered is given to another one, once. Only where five workers in a row die
/// before they are ready does the pool give up.
public final class WorkerPool implements AutoCloseable {
  /// Enough for a fan-out of thousands to go on while its caller sleeps, few enough to be bounded.
  private static final int QUEUE_CAPACITY = 1024;

  private static final int MAX_DEATHS_AT_START = 5;

  /// The first try, and one more.
  private static final int MAX_ATTEMPTS = 2;

  /// From the end of its input to the end of a worker.
  private static final Duration CLOSE_TIME = Duration.ofSeconds(1);

  private final WorkerCommand command;
  private final Frame.Settings settings;
  private final Concurrency concurrency;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final List<WorkerProcess> workers = new ArrayList<>();
  private final Deque<Job> queue = new ArrayDeque<>();
  private final Watchdog watchdog;
  private long lastId;
  private int lastWorker;
  private int deathsAtStart;
  private @Nullable String broken;
  private boolean closed;

  /// A pool without a worker yet. It heeds the processes of `concurrency`, and the fetches in
  /// flight in each.
  public WorkerPool(FetchSettings settings, Concurrency concurrency) {
    this(new Frame.Settings(settings, false), concurrency, WorkerCommand.standard());
  }

  WorkerPool(Frame.Settings settings, Concurrency concurrency, WorkerCommand command) {
    this.command = command;
    this.settings = settings;
    this.concurrency = concurrency;
    this.watchdog = new Watchdog(settings.settings(), lock, workers);
  }

  /// Hands a task without a fetch to a worker and waits until it comes back: the cost of crossing
  /// to another process and returning, on the path that fetches take. Any number of threads may
  /// call it at once.
  ///
  /// @throws InterruptedException if this thread is interrupted
  /// @throws IllegalStateException if this pool is closed, or no worker answers
  public void echo() throws InterruptedException {
    var echo = new Job.Echo();
    submit(List.of(echo));
    try {
      echo.done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /// Gives `jobs` to workers, waits for room where the queue is full, and returns when each has
  /// been handed over or queued, or is over.
  ///
  /// @throws IllegalStateException if this pool is closed
  void submit(List<? extends Job> jobs) throws InterruptedException {
    int next = 0;
    do {
      Set<WorkerProcess> posted;
      lock.lockInterruptibly();
      try {
        requireOpen();
        if (broken != null) {
          lose(jobs, broken);
          return;
        }
        int end = Math.min(jobs.size(), next + Math.max(0, QUEUE_CAPACITY - queue.size()));
        queue.addAll(jobs.subList(next, end));
        next = end;
        posted = handOver();
      } finally {
        lock.unlock();
      }
      posted.forEach(WorkerProcess::flush);
    } while (next < jobs.size() && awaitRoom(jobs.get(next)));
  }

  /// Takes back what nobody waits for: from the queue, and, by telling them, from the workers.
  void takeBack() {
    var told = new LinkedHashSet<WorkerProcess>();
    lock.lock();
    try {
      queue.removeIf(Job::isOver);
      room.signalAll();
      for (var worker : workers) {
        worker.inFlight.forEach((id, job) -> {
          if (job.isOver() && !job.cancelled) {
            job.cancelled = true;
            worker.post(new Frame.Cancel(id));
            told.add(worker);
          }
        });
      }
    } finally {
      lock.unlock();
    }
    told.forEach(WorkerProcess::flush);
  }

  /// @throws IllegalStateException if this pool is closed
  void requireOpen() {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("The worker pool of MULTI_PROCESS is closed");
      }
    } finally {
      lock.unlock();
    }
  }

  /// Ends all workers; whoever still waits for an answer gets an [IllegalStateException] at once.
  /// Returns when no process and no thread is left.
  @Override
  public void close() {
    List<WorkerProcess> ending;
    List<Job> unanswered;
    lock.lock();
    try {
      closed = true;
      ending = List.copyOf(workers);
      unanswered = new ArrayList<>(queue);
      queue.clear();
      for (var worker : workers) {
        unanswered.addAll(worker.inFlight.values());
        if (!worker.ready) {
          worker.kill("was not needed");
        }
      }
      room.signalAll();
    } finally {
      lock.unlock();
    }
    unanswered.forEach(Job::closed);
    ending.forEach(WorkerProcess::endInput);
    watchdog.close();
    long deadlineNanos = System.nanoTime() + CLOSE_TIME.toNanos();
    ending.forEach(worker -> worker.awaitEnd(deadlineNanos));
  }

  /// The workers' processes that run now.
  List<ProcessHandle> processes() {
    lock.lock();
    try {
      var handles = new ArrayList<ProcessHandle>();
      for (var worker : workers) {
        var process = worker.process();
        if (process != null) {
          handles.add(process.toHandle());
        }
      }
      return handles;
    } finally {
      lock.unlock();
    }
  }

  private boolean awaitRoom(Job next) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (queue.size() >= QUEUE_CAPACITY && !closed && !next.isOver()) {
        room.await();
      }
      return !next.isOver();
    } finally {
      lock.unlock();
    }
  }

  /// Posts what is queued to workers that have room, and starts more workers while there is more to
  /// do than there are workers. Needs the lock.
  ///
  /// @return the workers to flush, without the lock
  private Set<WorkerProcess> handOver() {
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
    job.handedOverNanos = System.nanoTime();
    worker.inFlight.put(id, job);
    worker.post(job.request(id));
    watchdog.wake();
  }

  private void startWorkers() {
    if (closed || broken != null || workers.size() == concurrency.processes()) {
      return;
    }
    int work = queue.size() + workers.stream().mapToInt(worker -> worker.inFlight.size()).sum();
    while (workers.size() < Math.min(concurrency.processes(), work)) {
      var worker = new WorkerProcess("worker-" + ++lastWorker, command, settings, new Ears());
      workers.add(worker);
      watchdog.wake();
      worker.start();
    }
  }

  static IllegalStateException closedMeanwhile() {
    return new IllegalStateException(
        "The worker pool of MULTI_PROCESS was closed before the answer came");
  }

  private static void lose(List<? extends Job> jobs, String what) {
    jobs.forEach(job -> job.lost(what));
  }

  /// What workers say, on the threads that read from them.
  private final class Ears implements WorkerProcess.Owner {
    @Override
    public void ready(WorkerProcess worker) {
      Set<WorkerProcess> posted;
      lock.lock();
      try {
        worker.ready = true;
        deathsAtStart = 0;
        posted = handOver();
      } finally {
        lock.unlock();
      }
      posted.forEach(WorkerProcess::flush);
    }

    @Override
    public void replied(WorkerProcess worker, Frame.Reply reply) throws FrameException {
      switch (reply) {
        case Frame.Hello _ -> throw new FrameException("greeted twice");
        case Frame.Started started -> job(worker, started.id()).started(started);
        case Frame.Echo echo -> answered(worker, echo.id(), echo);
        case Frame.Result result -> answered(worker, result.id(), result);
        case Frame.Failure failure -> {
          answered(worker, failure.id(), failure);
          wakeCallers();
        }
      }
    }

    @Override
    public void ended(WorkerProcess worker, String cause) {
      var lost = new ArrayList<Job>();
      String what;
      Set<WorkerProcess> posted;
      lock.lock();
      try {
        workers.remove(worker);
        what = noteDeath(worker, cause);
        for (var job : worker.inFlight.sequencedValues().reversed()) {
          if (job.attempts == MAX_ATTEMPTS || broken != null) {
            lost.add(job);
          } else if (!job.isOver()) {
            queue.addFirst(job);
          }
        }
        if (broken != null) {
          lost.addAll(queue);
          queue.clear();
        }
        posted = handOver();
      } finally {
        lock.unlock();
      }
      lose(lost, what);
      wakeCallers();
      posted.forEach(WorkerProcess::flush);
    }

    /// @return what to say of the fetches that are lost
    private String noteDeath(WorkerProcess worker, String cause) {
      if (worker.ready || closed) {
        return "was lost with two worker processes, the second of which " + cause;
      }
      deathsAtStart++;
      if (deathsAtStart < MAX_DEATHS_AT_START) {
        return cause;
      }
      broken =
          "was not fetched: worker processes died at start "
              + MAX_DEATHS_AT_START
              + " times in a row; the last one "
              + cause;
      return broken;
    }

    private Job job(WorkerProcess worker, long id) throws FrameException {
      lock.lock();
      try {
        return known(id, worker.inFlight.get(id));
      } finally {
        lock.unlock();
      }
    }

    /// Takes the task from the worker, so that no second answer counts, and gives it another one.
    private void answered(WorkerProcess worker, long id, Frame.Reply reply) throws FrameException {
      Job job;
      Set<WorkerProcess> posted;
      lock.lock();
      try {
        job = known(id, worker.inFlight.remove(id));
        deathsAtStart = 0;
        posted = handOver();
      } finally {
        lock.unlock();
      }
      job.answered(reply);
      posted.forEach(WorkerProcess::flush);
    }

    /// Callers whose batch failed while they waited for room.
    private void wakeCallers() {
      lock.lock();
      try {
        room.signalAll();
      } finally {
        lock.unlock();
      }
    }

    private static Job known(long id, @Nullable Job job) throws FrameException {
      if (job == null) {
        throw new FrameException("answered task " + id + ", which it does not have");
      }
      return job;
    }
  }
}
