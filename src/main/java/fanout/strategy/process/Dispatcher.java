package fanout.strategy.process;

import fanout.fetch.Concurrency;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Hands jobs to workers and responses to jobs: the monitor that callers, the threads that read
/// from workers and the [Watchdog] share.
///
/// It holds its lock while it decides who does what. Pipes are written, and jobs hear what became
/// of them, without it.
final class Dispatcher implements WorkerProcess.Owner {
  /// Guards the scheduler and its workforce. Those who wait on it wait for room in the queue, or a
  /// reason not to.
  private final Object lock = new Object();

  private final Workforce workforce;
  private final Scheduler scheduler;
  private final Watchdog watchdog;

  /// No workers, and nothing to do yet.
  ///
  /// @param deadline of a fetch
  /// @param nanoTime as [System#nanoTime()]
  Dispatcher(
      Concurrency concurrency, Duration deadline, WorkerFactory factory, LongSupplier nanoTime) {
    this.workforce =
        new Workforce(concurrency, deadline, number -> factory.worker(number, this), nanoTime);
    this.scheduler = new Scheduler(workforce, nanoTime);
    this.watchdog = new Watchdog(this, PooledWorker.shortestPatience(deadline));
  }

  /// Gives `jobs` to workers, waits for room where the queue is full, and returns when each has
  /// been handed over or queued, or is over.
  ///
  /// @throws IllegalStateException if this is closed
  void submit(List<? extends Job> jobs) throws InterruptedException {
    int next = 0;
    do {
      next += enqueue(jobs.subList(next, jobs.size()));
    } while (next < jobs.size() && awaitRoom(jobs.get(next)));
  }

  /// Takes back what nobody waits for: from the queue, and from the workers, whose places are free
  /// when they have confirmed.
  void takeBack() {
    Set<WorkerProcess> posted;
    synchronized (lock) {
      posted = scheduler.cancelWhatIsOver();
      lock.notifyAll();
    }
    posted.forEach(WorkerProcess::flush);
  }

  @Override
  public void ready(WorkerProcess process) {
    Set<WorkerProcess> posted;
    synchronized (lock) {
      workforce.of(process).setReady();
      workforce.works();
      posted = handOver();
    }
    posted.forEach(WorkerProcess::flush);
  }

  @Override
  public void replied(WorkerProcess process, Frame.Reply reply) throws FrameException {
    switch (reply) {
      case Frame.Hello _ -> throw new FrameException("greeted twice");
      case Frame.Started started -> {
        var task = task(process, started.id());
        task.job().started(started, task.handedOverNanos());
      }
      case Frame.Echo echo -> responded(process, echo.id(), echo);
      case Frame.Result result -> responded(process, result.id(), result);
      case Frame.Failure failure -> {
        responded(process, failure.id(), failure);
        wakeCallers();
      }
    }
  }

  @Override
  public void ended(WorkerProcess process, String cause) {
    Scheduler.Lost lost;
    Set<WorkerProcess> posted;
    synchronized (lock) {
      lost = scheduler.remove(process, cause);
      posted = handOver();
    }
    lost.report();
    wakeCallers();
    posted.forEach(WorkerProcess::flush);
  }

  /// Kills workers that hang: that have not responded to a task long after its deadline, or are not
  /// ready long after their start.
  ///
  /// @return how long in ns the others have; `Long.MAX_VALUE` where there is nothing to watch
  long killOverdue() {
    synchronized (lock) {
      return workforce.killOverdue();
    }
  }

  List<WorkerProcess> workers() {
    synchronized (lock) {
      return workforce.all().stream().map(PooledWorker::process).toList();
    }
  }

  /// Takes no more work, ends the jobs that nobody has responded to, and watches no longer.
  ///
  /// @return the workers, which are to be ended
  List<WorkerProcess> close() {
    List<Job> missing;
    synchronized (lock) {
      missing = scheduler.close();
      lock.notifyAll();
    }
    missing.forEach(Job::closed);
    watchdog.close();
    return workers();
  }

  /// @return how many of `jobs` are queued, handed over or lost
  private int enqueue(List<? extends Job> jobs) {
    var lost = Scheduler.Lost.NOTHING;
    int taken = jobs.size();
    Set<WorkerProcess> posted;
    synchronized (lock) {
      if (workforce.isClosed()) {
        throw new IllegalStateException("The worker pool of MULTI_PROCESS is closed");
      }
      var broken = workforce.broken();
      if (broken == null) {
        taken = scheduler.queue().add(jobs);
      } else {
        lost = Scheduler.Lost.of(jobs, broken);
      }
      posted = handOver();
    }
    lost.report();
    posted.forEach(WorkerProcess::flush);
    return taken;
  }

  private boolean awaitRoom(Job next) throws InterruptedException {
    synchronized (lock) {
      while (scheduler.queue().isFull() && !workforce.isClosed() && isWanted(next)) {
        TimeUnit.NANOSECONDS.timedWait(lock, next.nanosLeft());
      }
      return isWanted(next);
    }
  }

  private static boolean isWanted(Job job) {
    return !job.isOver() && job.nanosLeft() > 0;
  }

  private Set<WorkerProcess> handOver() {
    var posted = scheduler.handOver();
    if (scheduler.queue().isHalfEmpty()) {
      lock.notifyAll();
    }
    watchdog.wake();
    return posted;
  }

  private void responded(WorkerProcess process, long id, Frame.Reply reply) throws FrameException {
    Task task;
    Set<WorkerProcess> posted;
    synchronized (lock) {
      task = scheduler.take(process, id);
      posted = handOver();
    }
    try {
      task.job().responded(reply, task.handedOverNanos());
    } catch (FrameException | RuntimeException | Error e) {
      // It is in flight no more, so the end of its worker would not reach those who wait for it.
      task.job().lost("had a reply that could not be taken: " + e.getMessage());
      throw e;
    } finally {
      posted.forEach(WorkerProcess::flush);
    }
  }

  private Task task(WorkerProcess process, long id) throws FrameException {
    synchronized (lock) {
      return workforce.of(process).task(id);
    }
  }

  /// Callers whose batch failed while they waited for room in the queue.
  private void wakeCallers() {
    synchronized (lock) {
      lock.notifyAll();
    }
  }
}
