package fanout.strategy.process;

import fanout.fetch.Concurrency;
import fanout.fetch.FetchSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/// Worker JVMs that fetch, the counterpart of Python's `ProcessPoolExecutor`.
///
/// Workers start when there is work for them, all at once, and stay until [#close()]. A task goes
/// to the ready worker that has least to do; what no worker has room for waits in a bounded queue,
/// and callers wait for room in that. A worker that dies, hangs or writes rubbish is replaced, and
/// what it had not answered is given to another one, once. Where it died before it was ready, and
/// another one is, its replacement starts a second later, or when the other one ends. Only where
/// five workers in a row die before they are ready, and none answers meanwhile, does the pool give
/// up.
public final class WorkerPool implements AutoCloseable {
  /// From the end of its input to the end of a worker.
  private static final Duration CLOSE_TIME = Duration.ofSeconds(1);

  private final Watchdog watchdog;
  private final Roster roster;

  /// A pool without a worker yet. It heeds the processes of `concurrency`, and the fetches in
  /// flight in each.
  public WorkerPool(FetchSettings settings, Concurrency concurrency) {
    this(new Frame.Settings(settings, false), concurrency, WorkerCommand.standard());
  }

  WorkerPool(Frame.Settings settings, Concurrency concurrency, WorkerCommand command) {
    var lock = new ReentrantLock();
    var workers = new ArrayList<WorkerProcess>();
    this.watchdog = new Watchdog(settings.settings(), lock, workers);
    this.roster =
        new Roster(
            concurrency,
            watchdog,
            lock,
            workers,
            number -> new WorkerProcess("worker-" + number, command, settings, replies()),
            System::nanoTime);
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
      var _ = echo.done.get();
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
      roster.lock.lockInterruptibly();
      try {
        if (roster.isClosed()) {
          throw new IllegalStateException("The worker pool of MULTI_PROCESS is closed");
        }
        var broken = roster.broken();
        if (broken != null) {
          jobs.forEach(job -> job.lost(broken));
          return;
        }
        next += roster.enqueue(jobs.subList(next, jobs.size()));
        posted = roster.handOver();
      } finally {
        roster.lock.unlock();
      }
      posted.forEach(WorkerProcess::flush);
    } while (next < jobs.size() && awaitRoom(jobs.get(next)));
  }

  /// Takes back what nobody waits for: from the queue, and, by telling them, from the workers,
  /// whose places are free when they have confirmed.
  void takeBack() {
    Set<WorkerProcess> posted;
    roster.lock.lock();
    try {
      posted = roster.cancelWhatIsOver();
    } finally {
      roster.lock.unlock();
    }
    posted.forEach(WorkerProcess::flush);
  }

  /// Ends all workers; whoever still waits for an answer gets an [IllegalStateException] at once.
  /// Returns when no process and no thread is left.
  @Override
  public void close() {
    List<WorkerProcess> ending;
    List<Job> unanswered;
    roster.lock.lock();
    try {
      ending = roster.workers();
      unanswered = roster.close();
    } finally {
      roster.lock.unlock();
    }
    unanswered.forEach(Job::closed);
    ending.forEach(WorkerProcess::endInput);
    watchdog.close();
    long deadlineNanos = System.nanoTime() + CLOSE_TIME.toNanos();
    ending.forEach(worker -> worker.awaitEnd(deadlineNanos));
  }

  static IllegalStateException closedMeanwhile() {
    return new IllegalStateException(
        "The worker pool of MULTI_PROCESS was closed before the answer came");
  }

  /// The workers' processes that run now.
  List<ProcessHandle> processes() {
    var handles = new ArrayList<ProcessHandle>();
    roster.lock.lock();
    try {
      for (var worker : roster.workers()) {
        var process = worker.process();
        if (process != null) {
          handles.add(process.toHandle());
        }
      }
    } finally {
      roster.lock.unlock();
    }
    return handles;
  }

  private Replies replies() {
    return new Replies(roster);
  }

  private boolean awaitRoom(Job next) throws InterruptedException {
    roster.lock.lockInterruptibly();
    try {
      while (roster.isFull() && !roster.isClosed() && !next.isOver()) {
        roster.room.await();
      }
      return !next.isOver();
    } finally {
      roster.lock.unlock();
    }
  }
}
