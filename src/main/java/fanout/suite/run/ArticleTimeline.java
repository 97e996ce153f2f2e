package fanout.suite.run;

import fanout.fetch.Batch;
import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
import fanout.strategy.Strategies;
import fanout.suite.result.TimelineEntry;
import fanout.vocabulary.FetchLimit;
import fanout.vocabulary.Strategy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// One article batch of each strategy, for the picture of when each fetch began, waited and ended.
/// The slow ones run beside the others: nearly all of it is pause, and nothing here is a result.
///
/// @param concurrency of the strategies
/// @param pause after each fetch
public record ArticleTimeline(Concurrency concurrency, Duration pause) implements TimelineSource {
  /// As long as the article's.
  public static final Duration PAUSE = Duration.ofSeconds(1);

  @Override
  public List<TimelineEntry> record(URI stub, List<Strategy> strategies)
      throws IOException, InterruptedException {
    var settings = FetchSettings.of(stub);
    try (var beside = Executors.newVirtualThreadPerTaskExecutor();
        var inTurn = Executors.newSingleThreadExecutor()) {
      var batches =
          strategies.stream()
              .map(strategy ->
                  lane(strategy, beside, inTurn).submit(() -> batch(strategy, settings)))
              .toList();
      var entries = new ArrayList<TimelineEntry>();
      for (var batch : batches) {
        entries.addAll(batch.get());
      }
      return entries;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  /// Six pauses in turn, and JVMs that start, need not be waited for by the others.
  private static ExecutorService lane(
      Strategy strategy, ExecutorService beside, ExecutorService inTurn) {
    return switch (strategy.limit()) {
      case ONE, PROCESSES -> beside;
      case THREADS, BATCH -> inTurn;
    };
  }

  /// The batch is the second one, without cold classes and connections of the first.
  private List<TimelineEntry> batch(Strategy strategy, FetchSettings settings)
      throws FetchException, InterruptedException {
    try (var fetcher = Strategies.open(strategy, settings, concurrency)) {
      var _ = fetcher.fetchAll(Endpoint.SIX);
      if (strategy.limit() == FetchLimit.PROCESSES) {
        return pausingBatch(strategy, fetcher); // the article's workers are warm
      }
    }
    try (var fetcher = Strategies.open(strategy, settings, concurrency)) {
      return pausingBatch(strategy, fetcher);
    }
  }

  private List<TimelineEntry> pausingBatch(Strategy strategy, BatchFetcher fetcher)
      throws FetchException, InterruptedException {
    return fetcher.fetchAll(new Batch(Endpoint.SIX, pause)).stream()
        .map(fetched -> entry(strategy, fetched))
        .toList();
  }

  private static TimelineEntry entry(Strategy strategy, FetchResult fetched) {
    return new TimelineEntry(
        strategy,
        fetched.endpoint().name(),
        millis(fetched.startedNs()),
        millis(fetched.firstByteNs()),
        millis(fetched.receivedNs()),
        millis(fetched.finishedNs()));
  }

  private static double millis(long ns) {
    return ns / 1e6;
  }
}
