package fanout.strategy.process;

import fanout.fetch.Endpoint;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One message between the pool and a worker. Ids are the pool's; a worker responds to each [Fetch]
/// and each [Echo] exactly once under the same id.
sealed interface Frame {

  /// What the pool says to a worker.
  sealed interface Request extends Frame {}

  /// What a worker says to the pool.
  sealed interface Reply extends Frame {}

  /// How to fetch; the first frame that a worker reads.
  ///
  /// @param listening whether the pool wants [Started]
  record Settings(FetchSettings settings, boolean listening) implements Request {}

  /// Fetch one endpoint.
  ///
  /// @param pause after it
  record Fetch(long id, Endpoint endpoint, Duration pause) implements Request {}

  /// Give up the fetch `id`, if it still runs; its response is a [Failure], or the [Result] that
  /// was quicker.
  record Cancel(long id) implements Request {}

  /// A task without a fetch, which the worker sends back.
  record Echo(long id) implements Request, Reply {}

  /// The worker is ready for tasks; the first frame that it writes.
  record Hello() implements Reply {}

  /// A fetch begins, `startedNs` after the worker read its task.
  record Started(long id, long startedNs) implements Reply {}

  /// A fetch that succeeded; see [FetchResult]. Times are in nanoseconds since the worker read the
  /// task.
  record Result(
      long id,
      int status,
      long bytes,
      int items,
      int requests,
      @Nullable ByteBuffer body,
      long startedNs,
      long firstByteNs,
      long receivedNs,
      long finishedNs)
      implements Reply {

    /// The response to task `id`; times of `fetched` are since the task was read.
    static Result of(long id, FetchResult fetched) {
      return new Result(
          id,
          fetched.status(),
          fetched.bytes(),
          fetched.items(),
          fetched.requests(),
          fetched.body(),
          fetched.startedNs(),
          fetched.firstByteNs(),
          fetched.receivedNs(),
          fetched.finishedNs());
    }

    /// What `endpoint` responded, for a task that was handed over `offsetNs` after its batch began.
    FetchResult toFetched(Endpoint endpoint, long offsetNs) {
      return new FetchResult(
          endpoint,
          status,
          bytes,
          items,
          requests,
          body,
          offsetNs + startedNs,
          offsetNs + firstByteNs,
          offsetNs + receivedNs,
          offsetNs + finishedNs);
    }
  }

  /// A fetch that failed, or was cancelled.
  ///
  /// @param what what was wrong, such as `responded with 500 instead of 200`
  record Failure(long id, String what) implements Reply {}
}
