package fanout.strategy.process;

import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
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

  /// Heeds the processes of `concurrency`, and the fetches in flight in each.
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
  public List<FetchResult> fetchAll(List<Endpoint> endpoints)
      throws FetchException, InterruptedException {
    return fetch(new WorkerBatch(endpoints, listener, true));
  }

  /// The same without the pauses, so that workers can be warmed up for batches that have them.
  public List<FetchResult> fetchAllWithoutPause(List<Endpoint> endpoints)
      throws FetchException, InterruptedException {
    return fetch(new WorkerBatch(endpoints, listener, false));
  }

  private List<FetchResult> fetch(WorkerBatch batch) throws FetchException, InterruptedException {
    try {
      pool.submit(batch.jobs());
      return batch.await();
    } catch (FetchException | InterruptedException | RuntimeException | Error e) {
      batch.abandon();
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
