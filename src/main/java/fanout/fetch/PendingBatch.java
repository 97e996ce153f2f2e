package fanout.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// What becomes of the fetches of a batch that runs, and the caller who waits for it: an outcome
/// for each, or the first failure in time, whichever fetch the caller would look at first.
///
/// Fetches are told by their place in the batch; the first word on each counts.
public final class PendingBatch {
  /// How early a timer of the HTTP client may end.
  private static final long TIMER_NANOS = 2_000_000;

  private final Batch batch;
  private final FailureMode mode;
  private final long startNanos = System.nanoTime();
  private final AtomicReferenceArray<FetchOutcome> outcomes;
  private final AtomicInteger missing;
  private final CompletableFuture<Boolean> over = new CompletableFuture<>();

  /// A batch that begins now.
  public PendingBatch(Batch batch, FailureMode mode) {
    int fetches = batch.endpoints().size();
    this.batch = batch;
    this.mode = mode;
    this.outcomes = new AtomicReferenceArray<>(fetches);
    this.missing = new AtomicInteger(fetches);
    if (fetches == 0) {
      over.complete(true);
    }
  }

  public Batch batch() {
    return batch;
  }

  public FailureMode mode() {
    return mode;
  }

  /// How many fetches it has.
  public int size() {
    return outcomes.length();
  }

  public Endpoint endpoint(int index) {
    return batch.endpoints().get(index);
  }

  /// When it began, as [System#nanoTime()].
  public long startNanos() {
    return startNanos;
  }

  /// Until its deadline; zero or less where that is over.
  public long nanosLeft() {
    return TimeUnit.NANOSECONDS.convert(batch.deadline()) - (System.nanoTime() - startNanos);
  }

  /// Whether nobody waits any more.
  public boolean isOver() {
    return over.isDone();
  }

  /// Whether nothing is left that could be cancelled.
  public boolean isComplete() {
    return over.isDone() && !over.isCompletedExceptionally();
  }

  public void succeeded(int index, FetchResult result) {
    come(index, result);
  }

  /// What fails when the batch's time is over is one of those that were not finished then, and
  /// [#await()] says so.
  public void failed(int index, FetchException cause) {
    if (nanosLeft() <= TIMER_NANOS) {
      return;
    }
    switch (mode) {
      case FAIL_FAST -> over.completeExceptionally(cause);
      case COLLECT -> come(index, new FetchFailure(endpoint(index), cause));
    }
  }

  /// Takes what has come of a fetch that is done. A cancelled one is none: a batch cancels what
  /// still runs when it is over.
  public void ended(int index, Future<FetchResult> fetch) {
    switch (fetch.state()) {
      case SUCCESS -> succeeded(index, fetch.resultNow());
      case FAILED -> {
        if (fetch.exceptionNow() instanceof FetchException cause) {
          failed(index, cause);
        } else {
          broken(fetch.exceptionNow());
        }
      }
      case CANCELLED, RUNNING -> {}
    }
  }

  /// The batch fails as a whole, for a reason that is no fetch's alone.
  public void broken(Throwable cause) {
    over.completeExceptionally(cause);
  }

  /// Nobody waits any more.
  public void abandon() {
    over.cancel(false);
  }

  /// Waits until all have an outcome, or the first has failed where that ends the batch, or its
  /// time is over; then what is still to be done has failed.
  ///
  /// @return the outcomes in the order of the batch
  /// @throws RuntimeException what the batch is [#broken] by, if that is unchecked
  public List<FetchOutcome> await() throws FetchException, InterruptedException {
    try {
      if (batch.hasDeadline()) {
        over.get(nanosLeft(), TimeUnit.NANOSECONDS);
      } else {
        over.get();
      }
    } catch (TimeoutException _) {
      timeIsOver();
    } catch (ExecutionException e) {
      throw FetchException.of(e.getCause());
    }
    var inOrder = new ArrayList<FetchOutcome>(outcomes.length());
    for (int i = 0; i < outcomes.length(); i++) {
      inOrder.add(Objects.requireNonNull(outcomes.get(i)));
    }
    return inOrder;
  }

  private void timeIsOver() throws FetchException {
    abandon();
    for (int i = 0; i < outcomes.length(); i++) {
      if (outcomes.get(i) == null) {
        late(i);
      }
    }
  }

  private void late(int index) throws FetchException {
    var late = FetchFailure.late(endpoint(index), batch);
    if (outcomes.compareAndSet(index, null, late) && mode == FailureMode.FAIL_FAST) {
      throw late.cause();
    }
  }

  private void come(int index, FetchOutcome outcome) {
    if (outcomes.compareAndSet(index, null, outcome) && missing.decrementAndGet() == 0) {
      over.complete(true);
    }
  }
}
