package fanout.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.fetch.Answer;
import fanout.fetch.Batch;
import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
import fanout.fetch.SixBodies;
import fanout.fetch.TestServer;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/// What the tests of all strategies share: a server, and callers.
abstract class StrategyContract {
  private static final Concurrency CONCURRENCY = new Concurrency(16, 2, 8);

  final TestServer server = TestServer.start();
  final FetchSettings settings = FetchSettings.of(server.uri());

  /// A first fetch loads classes, for which no deadline of these tests has room.
  @BeforeAll
  static void loadClasses() throws Exception {
    try (var server = TestServer.start();
        var fetcher = open(Strategy.ASYNC, FetchSettings.of(server.uri()))) {
      assertThat(fetcher.fetchAll(Endpoint.SIX)).hasSameSizeAs(Endpoint.SIX);
    }
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  static BatchFetcher open(Strategy strategy, FetchSettings settings) {
    return open(strategy, settings, FetchListener.NONE);
  }

  static BatchFetcher open(Strategy strategy, FetchSettings settings, FetchListener listener) {
    Strategies.unavailable(strategy).ifPresent(reason -> assumeTrue(false, reason));
    return Strategies.open(strategy, settings, CONCURRENCY, listener);
  }

  /// Workers load their classes while they fetch the first batch; this JVM has loaded them.
  static boolean startsCold(Strategy strategy) {
    return strategy == Strategy.MULTI_PROCESS;
  }

  List<Endpoint> slowBatch() {
    Endpoint.SIX.forEach(slow -> server.on(slow.location().getPath(), Answer.afterAges()));
    return Endpoint.SIX;
  }

  static int expectedInFlight(Strategy strategy) {
    return strategy == Strategy.SEQUENTIAL ? 1 : Endpoint.SIX.size();
  }

  void assertRight(List<FetchResult> answers, List<Endpoint> asked) {
    assertThat(answers).extracting(FetchResult::endpoint).isEqualTo(asked);
    assertThat(answers)
        .allSatisfy(fetched -> {
          var content = fetched.endpoint().content();
          assertThat(fetched.status()).isEqualTo(200);
          assertThat(fetched.items()).isEqualTo(SixBodies.items(content));
          assertThat(fetched.bytes()).isEqualTo(Answer.bytesOf(SixBodies.body(content)).length);
          assertThat(fetched.body()).isNull();
          assertThat(timesOf(fetched)).isSorted();
        });
  }

  private static List<Long> timesOf(FetchResult fetched) {
    return List.of(
        0L, fetched.startedNs(), fetched.firstByteNs(), fetched.receivedNs(), fetched.finishedNs());
  }

  /// Somebody who waits for a batch on a thread of his own.
  static final class Caller {
    final Thread thread;
    private final FutureTask<List<FetchResult>> batch;

    Caller(BatchFetcher fetcher, Batch wanted) {
      this(() -> fetcher.fetchAll(wanted));
    }

    private Caller(Callable<List<FetchResult>> call) {
      batch = new FutureTask<>(call);
      thread = Thread.ofPlatform().name("caller").start(batch);
    }

    /// One who fetches a single endpoint, again and again until that fails.
    static Caller endless(BatchFetcher fetcher) {
      var single = Endpoint.SIX.subList(5, 6);
      return new Caller(() -> {
        while (true) {
          assertThat(fetcher.fetchAll(single)).hasSize(1);
        }
      });
    }

    Throwable failure() throws Exception {
      thread.join(Duration.ofSeconds(10));
      return batch.exceptionNow();
    }
  }
}
