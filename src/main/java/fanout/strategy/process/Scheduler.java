package fanout.strategy.process;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/// Who does what: which task waits, and which worker has which. Not thread-safe: [Dispatcher]
/// guards it.
final class Scheduler {
  private final TaskQueue queue = new TaskQueue();
  private final Workforce workforce;
  private final LongSupplier nanoTime;
  private long lastTask;

  /// @param nanoTime as [System#nanoTime()]
  Scheduler(Workforce workforce, LongSupplier nanoTime) {
    this.workforce = workforce;
    this.nanoTime = nanoTime;
  }

  /// Jobs that no worker will respond to.
  ///
  /// @param jobs each with what happened to it, as a verb phrase
  record Lost(Map<Job, String> jobs) {
    static final Lost NOTHING = new Lost(Map.of());

    /// All of `jobs`, for one reason.
    static Lost of(List<? extends Job> jobs, String what) {
      var lost = new LinkedHashMap<Job, String>();
      jobs.forEach(job -> lost.put(job, what));
      return new Lost(lost);
    }

    /// Reports it to them; not to be done with a lock held.
    void report() {
      jobs.forEach(Job::lost);
    }
  }

  TaskQueue queue() {
    return queue;
  }

  /// Posts what is queued to workers that have room, and starts more workers while there is more to
  /// do than there are workers.
  ///
  /// @return the workers to flush
  Set<WorkerProcess> handOver() {
    var posted = new LinkedHashSet<WorkerProcess>();
    for (var worker = workforce.leastBusy(); worker != null; worker = workforce.leastBusy()) {
      var task = queue.poll();
      if (task == null) {
        break;
      }
      worker.handOver(++lastTask, task, nanoTime.getAsLong());
      posted.add(worker.process());
    }
    workforce.startFor(queue.size());
    return posted;
  }

  /// Drops what is over from the queue, and posts to the workers that they shall give it up.
  ///
  /// @return the workers to flush
  Set<WorkerProcess> cancelWhatIsOver() {
    queue.removeWhatIsOver();
    var posted = new LinkedHashSet<WorkerProcess>();
    for (var worker : workforce.all()) {
      if (worker.cancelWhatIsOver()) {
        posted.add(worker.process());
      }
    }
    return posted;
  }

  /// Takes a task from its worker, so that no second response counts.
  Task take(WorkerProcess process, long id) throws FrameException {
    var task = workforce.of(process).take(id);
    workforce.works();
    return task;
  }

  /// Forgets a worker that is gone. What it had not responded to is queued again, before all else,
  /// unless it was lost before, or its time is over.
  ///
  /// @param cause as in [WorkerProcess.Owner#ended]
  Lost remove(WorkerProcess process, String cause) {
    var lost = new LinkedHashMap<Job, String>();
    var worker = workforce.remove(process, cause);
    long nowNanos = nanoTime.getAsLong();
    for (var task : worker.tasks().reversed()) {
      if (task.isLast()) {
        lost.put(task.job(), "was lost with two worker processes; the second one " + cause);
      } else if (worker.isOverdue(task, nowNanos)) {
        lost.put(task.job(), "was lost with its worker process, which " + cause);
      } else if (!task.job().isOver()) {
        queue.addFirst(task);
      }
    }
    var broken = workforce.broken();
    if (broken != null) {
      queue.drain().forEach(job -> lost.put(job, broken));
    }
    return new Lost(lost);
  }

  /// Takes no more work.
  ///
  /// @return what nobody has responded to
  List<Job> close() {
    workforce.close();
    var missing = queue.drain();
    for (var worker : workforce.all()) {
      worker.tasks().forEach(task -> missing.add(task.job()));
    }
    return missing;
  }
}
