package fanout.strategy.process;

import fanout.fetch.Batch;
import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
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
  public List<FetchResult> fetchAll(Batch batch) throws FetchException, InterruptedException {
    var fetches = new WorkerBatch(batch, listener);
    try {
      pool.submit(fetches.jobs());
      return fetches.await();
    } catch (FetchException | InterruptedException | RuntimeException | Error e) {
      fetches.abandon();
      pool.takeBack();
      throw e;
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
