package fanout.strategy;

import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchOutcome;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
import fanout.fetch.PendingBatch;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Configuration;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.TimeoutException;

/// Forks a virtual thread per fetch in a scope that cancels the others when one fails, unless
/// failures are collected, or when its time is over, and that is not left before all have ended. A
/// preview API: only this class may refer to it.
///
/// @see <a href="https://openjdk.org/jeps/505">JEP 505: Structured Concurrency (Fifth Preview)</a>
final class Structured extends InProcess {

  Structured(FetchSettings settings, FetchListener listener) {
    super(Strategy.STRUCTURED, settings, listener);
  }

  @Override
  List<FetchOutcome> fetch(PendingBatch batch) throws FetchException, InterruptedException {
    try (var scope = StructuredTaskScope.open(joiner(batch), with -> bounded(with, batch))) {
      for (int i = 0; i < batch.size(); i++) {
        int index = i;
        scope.fork(() -> fetch(batch, index));
      }
      scope.join();
    } catch (FailedException | TimeoutException _) {
      // The batch knows which, and of which fetch.
    }
    return batch.await();
  }

  private static Joiner<Object, Void> joiner(PendingBatch batch) {
    return switch (batch.mode()) {
      case FAIL_FAST -> Joiner.awaitAllSuccessfulOrThrow();
      case COLLECT -> Joiner.awaitAll();
    };
  }

  private static Configuration bounded(Configuration scope, PendingBatch batch) {
    return batch.batch().hasDeadline()
        ? scope.withTimeout(Duration.ofNanos(Math.max(1, batch.nanosLeft())))
        : scope;
  }

  private FetchResult fetch(PendingBatch batch, int index)
      throws FetchException, InterruptedException {
    try {
      var result = fetcher.fetch(batch.endpoint(index), batch);
      batch.succeeded(index, result);
      return result;
    } catch (FetchException e) {
      batch.failed(index, e);
      throw e;
    } catch (RuntimeException | Error e) {
      batch.broken(e);
      throw e;
    }
  }
}
