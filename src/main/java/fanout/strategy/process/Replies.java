package fanout.strategy.process;

import java.util.List;
import java.util.Set;

/// Acts on what workers say, on the threads that read from them.
final class Replies implements WorkerProcess.Owner {
  private final Roster roster;

  Replies(Roster roster) {
    this.roster = roster;
  }

  @Override
  public void ready(WorkerProcess worker) {
    Set<WorkerProcess> posted;
    roster.lock.lock();
    try {
      roster.greeted(worker);
      posted = roster.handOver();
    } finally {
      roster.lock.unlock();
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
    List<Job> lost;
    String what;
    Set<WorkerProcess> posted;
    roster.lock.lock();
    try {
      lost = roster.remove(worker, cause);
      var broken = roster.broken();
      what =
          broken == null ? "was lost with two worker processes; the second one " + cause : broken;
      posted = roster.handOver();
    } finally {
      roster.lock.unlock();
    }
    lost.forEach(job -> job.lost(what));
    wakeCallers();
    posted.forEach(WorkerProcess::flush);
  }

  private void answered(WorkerProcess worker, long id, Frame.Reply reply) throws FrameException {
    Job job;
    Set<WorkerProcess> posted;
    roster.lock.lock();
    try {
      job = roster.takeAnswered(worker, id);
      posted = roster.handOver();
    } finally {
      roster.lock.unlock();
    }
    tell(job, reply);
    posted.forEach(WorkerProcess::flush);
  }

  private static void tell(Job job, Frame.Reply reply) throws FrameException {
    try {
      job.answered(reply);
    } catch (FrameException | RuntimeException | Error e) {
      // It is in flight no more, so the end of its worker would not reach those who wait for it.
      job.lost("was answered with what could not be taken: " + e.getMessage());
      throw e;
    }
  }

  private Job job(WorkerProcess worker, long id) throws FrameException {
    roster.lock.lock();
    try {
      return roster.job(worker, id);
    } finally {
      roster.lock.unlock();
    }
  }

  /// Callers whose batch failed while they waited for room in the queue.
  private void wakeCallers() {
    roster.lock.lock();
    try {
      roster.room.signalAll();
    } finally {
      roster.lock.unlock();
    }
  }
}
