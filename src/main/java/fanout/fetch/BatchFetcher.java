package fanout.fetch;

import java.util.List;

/// Fetches several endpoints and waits for all of them: the operation this suite measures.
///
/// Implementations differ only in how they wait. Each owns the threads, processes and connections
/// that it opens and ends them in [#close()]. Any number of threads may request batches at once.
public interface BatchFetcher extends AutoCloseable {

  /// Fetches each endpoint once, without a pause. The first failure, or an interrupt, cancels what
  /// still runs.
  ///
  /// @return one result per endpoint, in the order of `endpoints`
  /// @throws FetchException if any fetch fails; it names the endpoint
  /// @throws InterruptedException if this thread is interrupted
  /// @throws IllegalStateException if this fetcher is closed
  default List<FetchResult> fetchAll(List<Endpoint> endpoints)
      throws FetchException, InterruptedException {
    return fetchAll(Batch.of(endpoints));
  }

  /// Fetches each endpoint of `batch` once, and pauses after each, as [#fetchAll(List)] does.
  ///
  /// @return one result per endpoint, in the order of the batch
  /// @throws FetchException if any fetch fails, or the batch's deadline passes; it names the
  ///   endpoint
  /// @throws InterruptedException if this thread is interrupted
  /// @throws IllegalStateException if this fetcher is closed
  default List<FetchResult> fetchAll(Batch batch) throws FetchException, InterruptedException {
    return fetch(batch, FailureMode.FAIL_FAST).stream().map(FetchResult.class::cast).toList();
  }

  /// Fetches each endpoint of `batch` once, and goes on when one fails.
  ///
  /// @return a result or a failure per endpoint, in the order of the batch
  /// @throws InterruptedException if this thread is interrupted, which cancels what still runs
  /// @throws IllegalStateException if this fetcher is closed
  default List<FetchOutcome> collectAll(Batch batch) throws InterruptedException {
    try {
      return fetch(batch, FailureMode.COLLECT);
    } catch (FetchException e) {
      throw new IllegalStateException("A batch that collects failures failed", e);
    }
  }

  /// Fetches `batch` as [#fetchAll(Batch)] or [#collectAll(Batch)] does.
  ///
  /// @return what became of each endpoint, in the order of the batch; with [FailureMode#FAIL_FAST]
  ///   results alone
  /// @throws FetchException with [FailureMode#FAIL_FAST] alone
  List<FetchOutcome> fetch(Batch batch, FailureMode mode)
      throws FetchException, InterruptedException;

  @Override
  void close();
}
