package fanout.strategy.process;

import fanout.fetch.Batch;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The fetches of one call, and the caller that waits for them.
final class WorkerBatch {
  private final FetchListener listener;
  private final Duration pause;
  private final long startNanos = System.nanoTime();
  private final List<Job> jobs;
  private final AtomicReferenceArray<FetchResult> responses;
  private final AtomicInteger missing;
  private final CompletableFuture<Boolean> done = new CompletableFuture<>();

  /// A batch that begins now.
  WorkerBatch(Batch batch, FetchListener listener) {
    var endpoints = batch.endpoints();
    this.listener = listener;
    this.pause = batch.pause();
    this.jobs = new ArrayList<>(endpoints.size());
    for (int i = 0; i < endpoints.size(); i++) {
      jobs.add(new FetchJob(endpoints.get(i), i));
    }
    this.responses = new AtomicReferenceArray<>(jobs.size());
    this.missing = new AtomicInteger(jobs.size());
    if (jobs.isEmpty()) {
      done.complete(true);
    }
  }

  List<Job> jobs() {
    return jobs;
  }

  /// Waits for all responses or the first failure.
  ///
  /// @return the responses in the order of the endpoints
  List<FetchResult> await() throws FetchException, InterruptedException {
    try {
      done.get();
    } catch (ExecutionException e) {
      throw FetchException.of(e.getCause());
    }
    var inOrder = new ArrayList<FetchResult>(responses.length());
    for (int i = 0; i < responses.length(); i++) {
      inOrder.add(Objects.requireNonNull(responses.get(i)));
    }
    return inOrder;
  }

  /// Nobody waits any more.
  void abandon() {
    done.cancel(false);
  }

  /// One fetch of the batch.
  private final class FetchJob implements Job {
    /// Room for the other fields of the frame.
    private static final int MAX_CHARACTERS = FrameFormat.MAX_SMALL_BYTES / 4;

    private final Endpoint endpoint;
    private final int index;

    FetchJob(Endpoint endpoint, int index) {
      int characters = endpoint.name().length() + endpoint.location().toString().length();
      if (characters > MAX_CHARACTERS) {
        throw new IllegalArgumentException(
            "A worker process takes at most "
                + MAX_CHARACTERS
                + " characters of name and address, got: "
                + characters);
      }
      this.endpoint = endpoint;
      this.index = index;
    }

    @Override
    public Frame.Request request(long id) {
      return new Frame.Fetch(id, endpoint, pause);
    }

    @Override
    public Duration pause() {
      return pause;
    }

    @Override
    public boolean isOver() {
      return done.isDone();
    }

    @Override
    public void started(Frame.Started started, long handedOverNanos) {
      long startedNs = handedOverNanos - startNanos + started.startedNs();
      report(() -> listener.started(endpoint, startedNs));
    }

    @Override
    public void responded(Frame.Reply reply, long handedOverNanos) throws FrameException {
      switch (reply) {
        case Frame.Result result ->
            completed(result.toFetched(endpoint, handedOverNanos - startNanos));
        case Frame.Failure failure -> lost(failure.what());
        case Frame.Hello _, Frame.Started _, Frame.Echo _ ->
            throw new FrameException("replied to a fetch with " + reply);
      }
    }

    @Override
    public void lost(String what) {
      done.completeExceptionally(new FetchException(endpoint.name(), what, null));
    }

    @Override
    public void closed() {
      done.completeExceptionally(WorkerPool.closedMeanwhile());
    }

    private void completed(FetchResult fetched) {
      report(() -> listener.finished(fetched));
      responses.set(index, fetched);
      if (missing.decrementAndGet() == 0) {
        done.complete(true);
      }
    }

    /// A listener that throws fails its batch, not the worker that the news came from.
    private void report(Runnable news) {
      if (!listener.equals(FetchListener.NONE) && !isOver()) {
        try {
          news.run();
        } catch (RuntimeException | Error e) {
          done.completeExceptionally(e);
        }
      }
    }
  }
}
