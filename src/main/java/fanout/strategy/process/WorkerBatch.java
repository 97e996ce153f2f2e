package fanout.strategy.process;

import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchResult;
import fanout.fetch.PendingBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The fetches of one batch, as jobs of the pool.
final class WorkerBatch {
  /// Room for the other fields of the frame.
  private static final int MAX_CHARACTERS = FrameFormat.MAX_SMALL_BYTES / 4;

  private final FetchListener listener;
  private final PendingBatch batch;
  private final List<Job> jobs;

  WorkerBatch(PendingBatch batch, FetchListener listener) {
    this.listener = listener;
    this.batch = batch;
    this.jobs = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      if (isShippable(batch.endpoint(i))) {
        jobs.add(new FetchJob(batch.endpoint(i), i));
      } else {
        batch.failed(i, tooLong(batch.endpoint(i)));
      }
    }
  }

  List<Job> jobs() {
    return jobs;
  }

  private static boolean isShippable(Endpoint endpoint) {
    return characters(endpoint) <= MAX_CHARACTERS;
  }

  private static FetchException tooLong(Endpoint endpoint) {
    return new FetchException(
        endpoint.name(),
        "has %,d characters of name and address, and a worker process takes at most %,d"
            .formatted(characters(endpoint), MAX_CHARACTERS),
        null);
  }

  private static int characters(Endpoint endpoint) {
    return endpoint.name().length() + endpoint.location().toString().length();
  }

  /// One fetch of the batch.
  private final class FetchJob implements Job {
    private final Endpoint endpoint;
    private final int index;

    FetchJob(Endpoint endpoint, int index) {
      this.endpoint = endpoint;
      this.index = index;
    }

    @Override
    public Frame.Request request(long id) {
      return new Frame.Fetch(id, endpoint, pause());
    }

    @Override
    public Duration pause() {
      return batch.batch().pause();
    }

    @Override
    public boolean isOver() {
      return batch.isOver();
    }

    @Override
    public long nanosLeft() {
      return batch.nanosLeft();
    }

    @Override
    public void started(Frame.Started started, long handedOverNanos) {
      long startedNs = handedOverNanos - batch.startNanos() + started.startedNs();
      report(() -> listener.started(endpoint, startedNs));
    }

    @Override
    public void responded(Frame.Reply reply, long handedOverNanos) throws FrameException {
      switch (reply) {
        case Frame.Result result ->
            completed(result.toFetched(endpoint, handedOverNanos - batch.startNanos()));
        case Frame.Failure failure -> lost(failure.what());
        case Frame.Hello _, Frame.Started _, Frame.Echo _ ->
            throw new FrameException("replied to a fetch with " + reply);
      }
    }

    @Override
    public void lost(String what) {
      batch.failed(index, new FetchException(endpoint.name(), what, null));
    }

    @Override
    public void closed() {
      batch.broken(WorkerPool.closedMeanwhile());
    }

    private void completed(FetchResult fetched) {
      report(() -> listener.finished(fetched));
      batch.succeeded(index, fetched);
    }

    /// A listener that throws fails its batch, not the worker that the news came from.
    private void report(Runnable news) {
      if (!listener.equals(FetchListener.NONE) && !isOver()) {
        try {
          news.run();
        } catch (RuntimeException | Error e) {
          batch.broken(e);
        }
      }
    }
  }
}
