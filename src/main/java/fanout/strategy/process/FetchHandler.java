package fanout.strategy.process;

import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.Fetcher;
import java.util.function.Consumer;

/// Does the fetches of a worker, each on the thread that calls it, and responds with one frame to
/// each.
final class FetchHandler implements AutoCloseable {
  /// The task that a thread works on, where the pool listens.
  private static final ScopedValue<Long> TASK = ScopedValue.newInstance();

  private final Fetcher fetcher;
  private final boolean listening;
  private final Consumer<Frame> out;

  /// @param out takes responses, and the start of each fetch where the pool listens
  FetchHandler(Frame.Settings settings, Consumer<Frame> out) {
    this.listening = settings.listening();
    this.fetcher =
        new Fetcher(settings.settings(), listening ? new Reporter() : FetchListener.NONE);
    this.out = out;
  }

  /// Fetches, pauses and responds.
  ///
  /// @param readAtNanos [System#nanoTime()] when the task was read, the zero of its times
  /// @throws OutOfMemoryError once it has responded, if the fetch ran out of memory; any other
  ///   failure is a response alone
  void handle(Frame.Fetch task, long readAtNanos) {
    if (listening) {
      ScopedValue.where(TASK, task.id()).run(() -> respond(task, readAtNanos));
    } else {
      respond(task, readAtNanos);
    }
  }

  /// Ends connections; fetches that still run fail.
  @Override
  public void close() {
    fetcher.close();
  }

  private void respond(Frame.Fetch task, long readAtNanos) {
    try {
      out.accept(response(task, readAtNanos));
    } catch (FetchException e) {
      out.accept(new Frame.Failure(task.id(), e.what()));
      if (e.getCause() instanceof OutOfMemoryError outOfMemory) {
        throw outOfMemory;
      }
    }
  }

  private Frame response(Frame.Fetch task, long readAtNanos) throws FetchException {
    try {
      var fetched = fetcher.fetch(task.endpoint(), readAtNanos, task.pause());
      var result = Frame.Result.of(task.id(), fetched);
      return isShippable(result) ? result : tooLarge(result);
    } catch (InterruptedException e) {
      return new Frame.Failure(task.id(), "was cancelled");
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      return new Frame.Failure(task.id(), "failed in a worker process: " + e);
    }
  }

  private static boolean isShippable(Frame.Result result) {
    return result.body() == null || result.body().remaining() <= FrameFormat.MAX_BODY_BYTES;
  }

  private static Frame tooLarge(Frame.Result result) {
    return new Frame.Failure(
        result.id(),
        "responded with "
            + result.bytes()
            + " bytes, but a worker process ships at most "
            + FrameFormat.MAX_BODY_BYTES);
  }

  /// Reports when a fetch begins; its result reports the end.
  private final class Reporter implements FetchListener {
    @Override
    public void started(Endpoint endpoint, long startedNs) {
      out.accept(new Frame.Started(TASK.get(), startedNs));
    }
  }
}
