package fanout.strategy;

import fanout.fetch.FetchException;
import fanout.fetch.FetchResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What becomes of the fetches of one batch: a result for each, or the first failure in time,
/// whichever fetch the caller would look at first.
final class BatchOutcome {
  private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
  private final AtomicInteger missing;

  BatchOutcome(int fetches) {
    missing = new AtomicInteger(fetches);
    if (fetches == 0) {
      over.complete(null);
    }
  }

  /// Counts a fetch that is done. Cancelled ones do not count: a batch cancels its fetches when it
  /// is over.
  void done(Future<FetchResult> fetch) {
    switch (fetch.state()) {
      case SUCCESS -> {
        if (missing.decrementAndGet() == 0) {
          over.complete(null);
        }
      }
      case FAILED -> over.completeExceptionally(fetch.exceptionNow());
      case CANCELLED, RUNNING -> {}
    }
  }

  /// Waits until all of `fetches` have succeeded or one of them fails.
  List<FetchResult> await(List<? extends Future<FetchResult>> fetches)
      throws FetchException, InterruptedException {
    try {
      over.get();
      return fetches.stream().<FetchResult>map(Future::resultNow).toList();
    } catch (ExecutionException e) {
      throw FetchException.of(e.getCause());
    }
  }
}
