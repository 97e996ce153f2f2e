package fanout.strategy.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A job without a fetch.
final class EchoJob implements Job {
  private final CompletableFuture<Boolean> done = new CompletableFuture<>();

  /// Waits until it has come back.
  ///
  /// @throws ExecutionException if it will not
  void await() throws ExecutionException, InterruptedException {
    var _ = done.get();
  }

  @Override
  public Frame.Request request(long id) {
    return new Frame.Echo(id);
  }

  @Override
  public Duration pause() {
    return Duration.ZERO;
  }

  @Override
  public boolean isOver() {
    return done.isDone();
  }

  @Override
  public long nanosLeft() {
    return Long.MAX_VALUE;
  }

  @Override
  public void started(Frame.Started started, long handedOverNanos) {}

  @Override
  public void responded(Frame.Reply reply, long handedOverNanos) throws FrameException {
    if (!(reply instanceof Frame.Echo)) {
      throw new FrameException("replied to an echo with " + reply);
    }
    done.complete(true);
  }

  @Override
  public void lost(String what) {
    done.completeExceptionally(new IllegalStateException("An echo " + what));
  }

  @Override
  public void closed() {
    done.completeExceptionally(WorkerPool.closedMeanwhile());
  }
}
