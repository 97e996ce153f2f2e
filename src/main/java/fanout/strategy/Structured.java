package fanout.strategy;

import fanout.fetch.Batch;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
import fanout.vocabulary.Strategy;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/// Forks a virtual thread per fetch in a scope that cancels the others as soon as one fails, and
/// that is not left before all have ended. A preview API: only this class may refer to it.
///
/// @see <a href="https://openjdk.org/jeps/505">JEP 505: Structured Concurrency (Fifth Preview)</a>
final class Structured extends InProcess {

  Structured(FetchSettings settings, FetchListener listener) {
    super(Strategy.STRUCTURED, settings, listener);
  }

  @Override
  List<FetchResult> fetchAll(Batch batch, long startNanos)
      throws FetchException, InterruptedException {
    try (var scope = StructuredTaskScope.open(Joiner.<FetchResult>allSuccessfulOrThrow())) {
      for (var endpoint : batch.endpoints()) {
        scope.fork(() -> fetcher.fetch(endpoint, startNanos, batch.pause()));
      }
      return scope.join().map(Subtask::get).toList();
    } catch (FailedException e) {
      throw FetchException.of(e.getCause());
    }
  }
}
