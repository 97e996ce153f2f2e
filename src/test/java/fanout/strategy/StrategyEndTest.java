package fanout.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.fetch.Await;
import fanout.fetch.Batch;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchResult;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every strategy promises of interrupts and of its end.
@Timeout(60)
class StrategyEndTest extends StrategyContract {
  private static final int CALLERS = 64;

  @ParameterizedTest
  @EnumSource
  void anInterruptCancelsTheBatch(Strategy strategy) throws Exception {
    var slow = slowBatch();
    try (var fetcher = open(strategy, settings.withDeadline(Duration.ofMinutes(4)))) {
      var caller = new Caller(fetcher, Batch.of(slow));
      Await.until(() -> server.inFlight() == expectedInFlight(strategy));
      caller.thread.interrupt();

      assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
      Await.until(() -> server.inFlight() == 0 && server.aborted() == expectedInFlight(strategy));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsThePause(Strategy strategy) throws Exception {
    try (var fetcher = open(strategy, settings)) {
      var caller = new Caller(fetcher, new Batch(Endpoint.SIX, Duration.ofMinutes(4)));
      Await.until(() -> server.requests() >= expectedInFlight(strategy));
      caller.thread.interrupt();
      assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void closeEndsTheBatchesOfOthers(Strategy strategy) throws Exception {
    var slow = slowBatch();
    var fetcher = open(strategy, settings.withDeadline(Duration.ofMinutes(4)));
    var caller = new Caller(fetcher, Batch.of(slow));
    Await.until(() -> server.inFlight() == expectedInFlight(strategy));
    fetcher.close();

    assertThat(caller.failure()).isInstanceOfAny(IllegalStateException.class, FetchException.class);
    Await.until(() -> server.openConnections() == 0);
  }

  /// Most of so many wait for a thread, to fetch or to decode, when the strategy is closed.
  @ParameterizedTest
  @EnumSource
  void closeEndsTheBatchesOfOthersThoughItIsInterrupted(Strategy strategy) throws Exception {
    var listener = new SlowListener();
    var fetcher = open(strategy, settings, listener);
    assertThat(fetcher.fetchAll(Endpoint.SIX)).hasSize(6);
    listener.slow = true;
    var callers = Stream.generate(() -> Caller.endless(fetcher)).limit(CALLERS).toList();
    Await.until(() -> listener.heard.get() > 0);
    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    listener.slow = false;

    Thread.currentThread().interrupt();
    fetcher.close();

    assertThat(Thread.interrupted()).isTrue();
    for (var caller : callers) {
      assertThat(caller.failure())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(strategy.name());
    }
  }

  @ParameterizedTest
  @EnumSource
  void closeLeavesNoThreadProcessOrConnection(Strategy strategy) throws Exception {
    warmUpSharedThreads();
    var threadsBefore = Thread.getAllStackTraces().keySet();
    try (var fetcher = open(strategy, settings)) {
      assertRight(fetcher.fetchAll(Endpoint.SIX), Endpoint.SIX);
      assertThat(server.openConnections()).isPositive();
    }
    Await.until(() -> server.openConnections() == 0);
    Await.until(() -> threadsBefore.containsAll(ownThreads()));
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void refusesToFetchOnceClosed(Strategy strategy) {
    var fetcher = open(strategy, settings);
    fetcher.close();
    fetcher.close();
    assertThatThrownBy(() -> fetcher.fetchAll(Endpoint.SIX))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(strategy.name());
  }

  /// Has this JVM start the threads that all strategies share and none owns.
  private void warmUpSharedThreads() throws Exception {
    for (var strategy : List.of(Strategy.VIRTUAL_THREADS, Strategy.ASYNC)) {
      try (var fetcher = open(strategy, settings)) {
        assertThat(fetcher.fetchAll(new Batch(Endpoint.SIX, Duration.ofMillis(1))))
            .hasSameSizeAs(Endpoint.SIX);
      }
    }
    Await.until(() -> server.openConnections() == 0);
  }

  /// The threads of this JVM without the carriers of virtual threads and the common pool's, which
  /// come and go by themselves.
  private static List<Thread> ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("ForkJoinPool-1-"))
        .filter(thread -> !thread.getName().startsWith("ForkJoinPool.commonPool-"))
        .filter(thread -> !thread.getName().startsWith("process reaper"))
        .toList();
  }

  /// Keeps the thread that finishes a fetch, as a huge body does.
  private static final class SlowListener implements FetchListener {
    final AtomicInteger heard = new AtomicInteger();
    volatile boolean slow;

    @Override
    public void finished(FetchResult fetched) {
      if (slow) {
        heard.incrementAndGet();
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      }
    }
  }
}
