package fanout.fetch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Both ways of one fetch must say the same.
enum Way {
  BLOCKING {
    @Override
    FetchResult fetch(Fetcher fetcher, Endpoint endpoint, Duration pause) throws Exception {
      return fetcher.fetch(endpoint, System.nanoTime(), pause);
    }
  },
  ASYNC {
    @Override
    FetchResult fetch(Fetcher fetcher, Endpoint endpoint, Duration pause) throws Exception {
      try {
        return fetcher
            .fetchAsync(endpoint, batchOf(endpoint, pause), NEW_THREAD)
            .get(20, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        throw (Exception) e.getCause();
      }
    }
  };

  static final Executor NEW_THREAD = task -> Thread.ofVirtual().start(task);

  abstract FetchResult fetch(Fetcher fetcher, Endpoint endpoint, Duration pause) throws Exception;

  /// A batch of one endpoint, which begins now.
  static PendingBatch batchOf(Endpoint endpoint, Duration pause) {
    return new PendingBatch(new Batch(List.of(endpoint), pause), FailureMode.FAIL_FAST);
  }

  FetchResult fetch(Fetcher fetcher, Endpoint endpoint) throws Exception {
    return fetch(fetcher, endpoint, Duration.ZERO);
  }
}
