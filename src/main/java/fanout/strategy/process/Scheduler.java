package fanout.strategy.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
  /// @param what what happened to them, as a verb phrase
  record Lost(List<? extends Job> jobs, String what) {
    static final Lost NOTHING = new Lost(List.of(), "");

    /// Reports it to them; not to be done with a lock held.
    void report() {
      jobs.forEach(job -> job.lost(what));
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
  /// unless it was lost before.
  ///
  /// @param cause as in [WorkerProcess.Owner#ended]
  Lost remove(WorkerProcess process, String cause) {
    var lost = new ArrayList<Job>();
    for (var task : workforce.remove(process, cause).tasks().reversed()) {
      if (task.isLast()) {
        lost.add(task.job());
      } else if (!task.job().isOver()) {
        queue.addFirst(task);
      }
    }
    var broken = workforce.broken();
    if (broken == null) {
      return new Lost(lost, "was lost with two worker processes; the second one " + cause);
    }
    lost.addAll(queue.drain());
    return new Lost(lost, broken);
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
