package fanout.strategy.process;

import fanout.fetch.Batch;
import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.FailureMode;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchOutcome;
import fanout.fetch.FetchSettings;
import fanout.fetch.PendingBatch;
import java.util.List;

/// `MULTI_PROCESS`: a pool of worker JVMs, as Python's `ProcessPoolExecutor`.
///
/// Workers start with the first batch. Of a fetch whose worker died the listener may hear the start
/// twice, but the finish once.
public final class MultiProcess implements BatchFetcher {
  private final FetchListener listener;
  private final WorkerPool pool;

  /// Uses the processes of `concurrency`, and the fetches in flight in each.
  public MultiProcess(FetchSettings settings, Concurrency concurrency, FetchListener listener) {
    this(settings, concurrency, listener, WorkerCommand.standard());
  }

  MultiProcess(
      FetchSettings settings,
      Concurrency concurrency,
      FetchListener listener,
      WorkerCommand command) {
    this.listener = listener;
    this.pool =
        new WorkerPool(
            new Frame.Settings(settings, !listener.equals(FetchListener.NONE)),
            concurrency,
            command);
  }

  @Override
  public List<FetchOutcome> fetch(Batch batch, FailureMode mode)
      throws FetchException, InterruptedException {
    var pending = new PendingBatch(batch, mode);
    try {
      pool.submit(new WorkerBatch(pending, listener).jobs());
      return pending.await();
    } finally {
      if (!pending.isComplete()) {
        pending.abandon();
        pool.takeBack();
      }
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  /// The workers' processes that run now.
  List<ProcessHandle> processes() {
    return pool.processes();
  }
}
