package fanout.strategy.process;

import java.util.concurrent.CompletableFuture;

/// One task of the pool, which a worker does; a second one does it if the first is lost.
///
/// The fields belong to the pool and are guarded by its lock. The methods that hear from a worker
/// run on the thread that reads from it.
abstract class Job {
  int attempts;
  boolean cancelled;
  long handedOverNanos;

  /// The frame that hands it to a worker.
  abstract Frame.Request request(long id);

  /// Whether nobody waits for it any more.
  abstract boolean isOver();

  /// The worker began it.
  abstract void started(Frame.Started started);

  /// The worker answered; this is called at most once.
  ///
  /// @throws FrameException if that is no answer to this task
  abstract void answered(Frame.Reply reply) throws FrameException;

  /// No worker will answer it.
  ///
  /// @param what what happened to it, as a verb phrase
  abstract void lost(String what);

  abstract void closed();

  /// A task without a fetch.
  static final class Echo extends Job {
    final CompletableFuture<Boolean> done = new CompletableFuture<>();

    @Override
    Frame.Request request(long id) {
      return new Frame.Echo(id);
    }

    @Override
    boolean isOver() {
      return done.isDone();
    }

    @Override
    void started(Frame.Started started) {}

    @Override
    void answered(Frame.Reply reply) throws FrameException {
      if (!(reply instanceof Frame.Echo)) {
        throw new FrameException("answered an echo with " + reply);
      }
      done.complete(true);
    }

    @Override
    void lost(String what) {
      done.completeExceptionally(new IllegalStateException("An echo " + what));
    }

    @Override
    void closed() {
      done.completeExceptionally(WorkerPool.closedMeanwhile());
    }
  }
}
